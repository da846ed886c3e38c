//! What the stage shows: the machine or the program's objects; on a phone one part of them at a time.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use scene::View;

/// A part of the machine, or the console.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// All of it, where there is room.
    Machine,
    Loop,
    V8,
    /// The variables, and what they refer to.
    Objects,
    /// Hidden classes and inline caches.
    Shapes,
    /// V8's heap: its spaces, its collections.
    Heap,
    /// The function that runs, as V8 has it.
    Function,
    Pool,
    /// Only of a run that has some.
    Streams,
    Console,
}

impl Tab {
    /// The tabs that there are, on a phone or where there is room.
    #[must_use]
    pub fn all(narrow: bool) -> &'static [Self] {
        if narrow {
            &[Self::Loop, Self::V8, Self::Objects, Self::Shapes, Self::Heap, Self::Function, Self::Pool, Self::Streams, Self::Console]
        } else {
            &[Self::Machine, Self::Objects, Self::Shapes, Self::Heap, Self::Function]
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Machine => "Machine",
            Self::Loop => "Loop",
            Self::V8 => "V8",
            Self::Objects => "Objects",
            Self::Shapes => "Shapes",
            Self::Heap => "Heap",
            Self::Function => "Function",
            Self::Pool => "Pool",
            Self::Streams => "Streams",
            Self::Console => "Console",
        }
    }

    /// What the stage draws for it; `None`: something else stands there.
    #[must_use]
    pub fn view(self) -> Option<View> {
        match self {
            Self::Machine => Some(View::Whole),
            Self::Loop => Some(View::Loop),
            Self::V8 => Some(View::V8),
            Self::Objects => Some(View::Objects),
            Self::Shapes => Some(View::Shapes),
            Self::Heap => Some(View::Heap),
            Self::Pool => Some(View::Pool),
            Self::Streams => Some(View::Streams),
            Self::Function | Self::Console => None,
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct TabsProps {
    pub chosen: Tab,
    /// The tabs that there are, each with a number behind its name, `2/4`; empty for none.
    pub shown: Vec<(Tab, String)>,
    pub on_choose: Callback<Tab>,
}

#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let place = use_node_ref();
    let keys = {
        let (place, chosen, choose) = (place.clone(), props.chosen, props.on_choose.clone());
        let tabs: Vec<Tab> = props.shown.iter().map(|(tab, _)| *tab).collect();
        Callback::from(move |event: KeyboardEvent| {
            let here = tabs.iter().position(|tab| *tab == chosen).unwrap_or(0);
            let last = tabs.len().saturating_sub(1);
            let there = match event.key().as_str() {
                "ArrowRight" => (here + 1).min(last),
                "ArrowLeft" => here.saturating_sub(1),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            let Some(tab) = tabs.get(there) else { return };
            choose.emit(*tab);
            let button = place.cast::<web_sys::Element>().and_then(|place| place.children().item(u32::try_from(there).unwrap_or(0)));
            if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                let _ = button.focus();
            }
        })
    };
    html! {
        <div class="tabs" role="tablist" aria-label="What is shown" ref={place} onkeydown={keys}>
            { for props.shown.iter().map(|(tab, count)| {
                let tab = *tab;
                let chosen = tab == props.chosen;
                let onclick = props.on_choose.reform(move |_: MouseEvent| tab);
                html! {
                    <button type="button" class="pill" role="tab" aria-selected={chosen.to_string()} aria-controls="stage" tabindex={if chosen { "0" } else { "-1" }} {onclick}>
                        { tab.name() }
                        if !count.is_empty() { <span class="count">{ count }</span> }
                    </button>
                }
            }) }
        </div>
    }
}
