//! A modal dialog: the browser's own, which keeps the focus inside and gives it back.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::kit::icon::icon;

#[derive(Properties, PartialEq)]
pub struct DialogProps {
    pub title: AttrValue,
    pub children: Html,
    pub on_close: Callback<()>,
}

/// A dialog that is open for as long as it is part of the page.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let place = use_node_ref();
    {
        let place = place.clone();
        use_effect_with((), move |()| {
            let dialog = place.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                let _ = dialog.show_modal();
            }
            move || {
                if let Some(dialog) = dialog {
                    dialog.close();
                }
            }
        });
    }
    let closed = props.on_close.reform(|_: Event| ());
    // The browser closes it: it gives the focus back to where it was, then says so.
    let close = {
        let place = place.clone();
        move || {
            if let Some(dialog) = place.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        }
    };
    let button = {
        let close = close.clone();
        move |_: MouseEvent| close()
    };
    let outside = {
        let place = place.clone();
        move |event: MouseEvent| {
            // Only the backdrop is the dialog itself; everything inside is a child.
            if event.target() == place.get().map(Into::into) {
                close();
            }
        }
    };
    html! {
        <dialog ref={place} aria-labelledby="dialog-title" onclose={closed} onclick={outside}>
            <div class="head">
                <h2 id="dialog-title">{ &props.title }</h2>
                <button type="button" class="close" aria-label="Close" onclick={button}>{ icon("#i-close") }</button>
            </div>
            <div class="body">{ props.children.clone() }</div>
        </dialog>
    }
}
