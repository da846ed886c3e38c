//! Node's own code: the function that the step is inside of, below the program's.

use std::rc::Rc;

use yew::prelude::*;

use super::lines::lines;
use crate::icon::icon;
use player::Inside;

#[derive(Properties, PartialEq)]
pub struct LibraryCodeProps {
    /// `None`: no function of Node's that is followed is on the call stack.
    pub inside: Option<Inside>,
    pub on_close: Callback<()>,
}

#[component]
pub fn LibraryCode(props: &LibraryCodeProps) -> Html {
    let text = props.inside.as_ref().map_or_else(|| Rc::from(""), |inside| Rc::clone(&inside.function.text));
    let first = props.inside.as_ref().map_or(1, |inside| inside.function.line as usize);
    let drawn = use_memo((text, first), |(text, first)| {
        let row = |(index, line): (usize, &super::lines::Line)| {
            let pieces = line.pieces(None);
            html! {
                <div>
                    <span class="gutter" aria-hidden="true"><span class="number">{ first + index }</span></span>
                    <span class="text">{ for pieces.iter().map(|piece| html! { <span class={piece.token.class()}>{ piece.text }</span> }) }</span>
                </div>
            }
        };
        lines(text).iter().enumerate().map(row).collect::<Html>()
    });
    let close = props.on_close.reform(|_| ());
    html! {
        <section class="library" aria-label="Node’s own code">
            <header>
                { heading(props.inside.as_ref()) }
                <button type="button" class="close" aria-label="Close Node’s own code" onclick={close}>{ icon("#i-close") }</button>
            </header>
            if let Some(inside) = &props.inside {
                <div class="lines" key={[&*inside.function.name, &*inside.function.file].concat()} tabindex="0" role="group"
                    aria-label={["The text of ", &*inside.function.name].concat()}>{ (*drawn).clone() }</div>
            } else {
                <p>{ "None of Node’s functions for streams, events, timers and ticks is on the call stack here: the program, V8 or libuv does this by itself." }</p>
            }
        </section>
    }
}

fn heading(inside: Option<&Inside>) -> Html {
    let Some(Inside { function, called }) = inside else {
        return html! { <h2 class="label">{ "Node’s own code" }</h2> };
    };
    let line = function.line.to_string();
    let place = [&*function.file, ":", &line].concat();
    let href = ["https://github.com/nodejs/node/blob/", &*function.version, "/", &*function.file, "#L", &line].concat();
    let what = if *called { "called what runs here" } else { "does this" };
    html! {
        <>
            <h2>{ "Node’s " }<code>{ &*function.name }</code>{ " " }{ what }</h2>
            <a {href} target="_blank" rel="noreferrer">{ place }</a>
        </>
    }
}
