//! The bar over two runs: the one that the machine shows, a sentence about the step where they part, and the way to it.

use yew::prelude::*;

use super::caption_strip::rich;
use crate::kit::icon::icon;
use crate::state::outcome::Problem;
use player::{Rich, Side};

/// The state of the comparison.
#[derive(Clone, PartialEq)]
pub enum Verdict {
    /// The second run goes on; that many steps have come.
    Running(u32),
    /// Both runs are there. `parts`: there is a step where they part.
    Compared {
        sentence: Vec<Rich>,
        parts: bool,
    },
    Failed(Problem),
}

#[derive(Properties, PartialEq)]
pub struct TwinBarProps {
    /// The names of the runs, as `Node 24`.
    pub names: [AttrValue; 2],
    pub lead: Side,
    pub verdict: Verdict,
    pub on_lead: Callback<Side>,
    pub on_parting: Callback<()>,
    pub on_again: Callback<()>,
    pub on_close: Callback<()>,
}

#[component]
pub fn TwinBar(props: &TwinBarProps) -> Html {
    let close = props.on_close.reform(|_: MouseEvent| ());
    let close_name = if matches!(props.verdict, Verdict::Running(_)) { "Cancel the comparison" } else { "Close the comparison" };
    html! {
        <section class="twin-bar" aria-label="Comparison">
            { switch(props) }
            <p class="twin-says" role="status">{ words(props) }</p>
            { way(props) }
            <button type="button" class="pill square" aria-label={close_name} title={close_name} onclick={close}>{ icon("#i-close") }</button>
        </section>
    }
}

fn switch(props: &TwinBarProps) -> Html {
    if !matches!(props.verdict, Verdict::Compared { .. }) {
        return Html::default();
    }
    html! {
        <div class="twin-switch" role="group" aria-label="The machine shows">
            { for Side::BOTH.into_iter().map(|side| {
                let pressed = (side == props.lead).to_string();
                let onclick = props.on_lead.reform(move |_: MouseEvent| side);
                html! { <button type="button" class="pill" aria-pressed={pressed} {onclick}>{ &props.names[side.index()] }</button> }
            }) }
        </div>
    }
}

fn words(props: &TwinBarProps) -> Html {
    let other = &props.names[1];
    match &props.verdict {
        Verdict::Running(0) => html! { <>{ other }{ ": the engine is being started beside this run." }</> },
        Verdict::Running(steps) => html! { <>{ other }{ ": the program runs, " }{ *steps }{ " steps so far." }</> },
        Verdict::Compared { sentence, .. } => sentence.iter().map(rich).collect(),
        Verdict::Failed(problem) => html! { <><b>{ other }{ ": " }{ &problem.title }</b>{ " " }{ &problem.advice }</> },
    }
}

fn way(props: &TwinBarProps) -> Html {
    let (name, on_click) = match &props.verdict {
        Verdict::Compared { parts: true, .. } => ("Go to the parting", &props.on_parting),
        Verdict::Failed(_) => ("Try again", &props.on_again),
        Verdict::Compared { parts: false, .. } | Verdict::Running(_) => return Html::default(),
    };
    html! { <button type="button" class="pill twin-way" onclick={on_click.reform(|_: MouseEvent| ())}>{ name }</button> }
}
