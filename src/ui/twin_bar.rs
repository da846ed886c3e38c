//! Over two runs: which of them the machine shows, where the two part in one sentence, and the way there.

use yew::prelude::*;

use super::caption_strip::rich;
use super::icon::icon;
use super::outcome::Problem;
use player::{Rich, Side};

/// What there is to say of the comparison.
#[derive(Clone, PartialEq)]
pub enum Verdict {
    /// The second run goes on; so many steps have come.
    Running(u32),
    /// Both are there. `parts`: there is a place to go to.
    Told {
        sentence: Vec<Rich>,
        parts: bool,
    },
    Failed(Problem),
}

#[derive(Properties, PartialEq)]
pub struct TwinBarProps {
    /// What each run is called: `Node 24`.
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
    if !matches!(props.verdict, Verdict::Told { .. }) {
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
        Verdict::Told { sentence, .. } => sentence.iter().map(rich).collect(),
        Verdict::Failed(problem) => html! { <><b>{ other }{ ": " }{ &problem.title }</b>{ " " }{ &problem.advice }</> },
    }
}

fn way(props: &TwinBarProps) -> Html {
    let (name, on_click) = match &props.verdict {
        Verdict::Told { parts: true, .. } => ("Go to the parting", &props.on_parting),
        Verdict::Failed(_) => ("Try again", &props.on_again),
        Verdict::Told { parts: false, .. } | Verdict::Running(_) => return Html::default(),
    };
    html! { <button type="button" class="pill twin-way" onclick={on_click.reform(|_: MouseEvent| ())}>{ name }</button> }
}
