//! The caption under the stage: what just happened, and why.

use yew::prelude::*;

use super::icon::{self, icon};
use player::{Caption, Rich};
use trace::Standing;

/// What the strip says.
#[derive(Clone, PartialEq)]
pub enum Line {
    /// Of the step that is shown.
    Step(Caption),
    /// Of the page: nothing is shown yet, or not any more.
    Note { title: &'static str, text: String },
}

#[derive(Properties, PartialEq)]
pub struct CaptionStripProps {
    /// Which of two runs it is of: `Node 24`.
    #[prop_or_default]
    pub run: Option<AttrValue>,
    pub line: Line,
    /// While it plays, a screen reader is not told every step.
    pub playing: bool,
}

#[component]
pub fn CaptionStrip(props: &CaptionStripProps) -> Html {
    let live = if props.playing { "off" } else { "polite" };
    let words = match &props.line {
        Line::Note { title, text } => html! {
            <>
                <span class="who role-process">{ *title }</span>
                <span class="what">{ text }</span>
            </>
        },
        Line::Step(caption) => html! {
            <>
                <span class={classes!("who", caption.role.class())}>{ icon(icon::of_role(caption.role)) }{ &caption.title }</span>
                <span class="what">{ for caption.sentence.iter().map(rich) }</span>
                if let Some(why) = &caption.why {
                    <span class="why">{ why }</span>
                }
                { standing(caption.standing) }
                if let Some(note) = &caption.v8 {
                    <span class="v8">{ "V8: " }{ note }{ standing(Standing::Model) }</span>
                }
            </>
        },
    };
    html! { <div class="caption" role="status" aria-live={live}>if let Some(run) = &props.run { <span class="run">{ run }</span> }{ words }</div> }
}

pub(super) fn rich(run: &Rich) -> Html {
    match run {
        Rich::Text(text) => html! { <span>{ text }</span> },
        Rich::Code(text) => html! { <code>{ text }</code> },
        Rich::Strong(text) => html! { <b>{ text }</b> },
    }
}

fn standing(standing: Standing) -> Html {
    let (word, title) = match standing {
        Standing::Exact => ("Exact", "Checked against real Node.js"),
        Standing::Model => ("Model", "A faithful model: real Node.js does this too, but when exactly cannot be observed"),
    };
    html! { <span class="standing" {title}>{ word }</span> }
}
