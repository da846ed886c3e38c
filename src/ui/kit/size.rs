//! An element's size, kept up with.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// The size of the element behind `node` in whole CSS pixels; `None` until it is laid out, or while it is not shown.
#[hook]
pub fn use_size(node: &NodeRef) -> Option<(u16, u16)> {
    let size = use_state_eq(|| None::<(u16, u16)>);
    let setter = size.setter();
    use_effect_with(node.clone(), move |node| {
        let element = node.cast::<Element>();
        let measured = element.clone();
        let measure = move || {
            let Some(element) = &measured else { return };
            let (width, height) = (element.client_width(), element.client_height());
            let whole = |length: i32| u16::try_from(length).ok().filter(|length| *length > 0);
            setter.set(whole(width).zip(whole(height)));
        };
        measure();
        let on_resize = Closure::<dyn FnMut()>::new(measure);
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(element)) = (&observer, &element) {
            observer.observe(element);
        }
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop(on_resize);
        }
    });
    *size
}
