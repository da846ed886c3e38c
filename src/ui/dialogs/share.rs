//! Share: a link that holds the program, its settings and the step.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::dialog::Dialog;

#[derive(Properties, PartialEq)]
pub struct ShareProps {
    /// The whole address.
    pub link: AttrValue,
    pub on_close: Callback<()>,
}

#[component]
pub fn Share(props: &ShareProps) -> Html {
    let field = use_node_ref();
    let copied = use_state(|| false);
    let copy = {
        let (link, copied, field) = (props.link.clone(), copied.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.select();
            }
            let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return };
            // An insecure context has none.
            if !js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false) || navigator.clipboard().is_undefined() {
                return;
            }
            let written = navigator.clipboard().write_text(&link);
            let copied = copied.clone();
            // Where the clipboard is out of reach the field is selected, ready for the reader's own copy.
            spawn_local(async move { copied.set(JsFuture::from(written).await.is_ok()) });
        })
    };
    html! {
        <Dialog title="Share this step" on_close={props.on_close.clone()}>
            <p>{ "Whoever opens this link sees the same program, settings and step. The program is in the link itself; nothing is stored on a server." }</p>
            <div class="link">
                <input ref={field} type="text" readonly=true aria-label="Link" value={props.link.clone()} />
                <button type="button" class="go" onclick={copy}>{ if *copied { "Copied" } else { "Copy" } }</button>
            </div>
            <span class="unseen" role="status">{ if *copied { "Link copied" } else { "" } }</span>
        </Dialog>
    }
}
