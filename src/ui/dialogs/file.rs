//! A file on the machine's disk, as the program will read it.

use yew::prelude::*;

use super::dialog::Dialog;

#[derive(Properties, PartialEq)]
pub struct FileProps {
    pub name: AttrValue,
    pub text: AttrValue,
    pub on_close: Callback<()>,
}

#[component]
pub fn File(props: &FileProps) -> Html {
    html! {
        <Dialog title={props.name.clone()} on_close={props.on_close.clone()}>
            <p>{ "On the machine’s disk before the program starts, in the program’s folder." }</p>
            <pre class="file" tabindex="0" aria-label={props.name.clone()}>{ &props.text }</pre>
        </Dialog>
    }
}
