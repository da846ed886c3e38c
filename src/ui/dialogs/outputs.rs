//! The outputs that the program may have: the outcomes that the search found, each with the step where it parts from the run that is shown.

use std::rc::Rc;

use yew::prelude::*;

use super::dialog::Dialog;
use crate::state::known::Known;
use player::{Parting, Player, is_way_of, parting, plural};
use trace::{Exploration, StepId, Way};

#[derive(Properties, PartialEq)]
pub struct OutputsProps {
    pub player: Player,
    pub found: Option<Rc<Exploration>>,
    pub known: Known,
    /// The reader wants to see the way with this number.
    pub on_choose: Callback<usize>,
    /// The reader goes to the step where another way parts.
    pub on_seek: Callback<StepId>,
    pub on_close: Callback<()>,
}

#[component]
pub fn Outputs(props: &OutputsProps) -> Html {
    let ways = props.found.as_ref().map(|found| found.ways.as_slice()).unwrap_or_default();
    let trace = props.player.trace();
    let shown = ways.iter().position(|way| is_way_of(trace, way));
    let runs = props.found.as_ref().map_or(0, |found| found.runs as usize);
    html! {
        <Dialog title="Possible outputs" on_close={props.on_close.clone()}>
            <p role="status">{ summary(props.known, runs) }</p>
            <ol class="ways">
                { for ways.iter().enumerate().map(|(number, way)| {
                    let parts = parting(trace, props.player.lanes(), way).filter(|_| shown != Some(number));
                    card(props, number, way, shown.map(|shown| &ways[shown]).filter(|_| shown != Some(number)), parts.as_ref())
                }) }
            </ol>
        </Dialog>
    }
}

fn summary(known: Known, runs: usize) -> String {
    let tried = plural(runs, "run");
    match known {
        Known::Looking(_) => format!("Running the program every way that it may go: {tried} so far."),
        Known::All(1) => format!("It prints the same whichever way it goes: {tried} tried every way."),
        Known::All(_) => format!("On a computer with little else to do, real Node.js prints one of these: {tried} tried every way."),
        Known::AtLeast(_) => format!("Real Node.js may print any of these. There may be more: the search ended after {tried}."),
        Known::Nothing | Known::Only | Known::Unasked => String::new(),
    }
}

/// One way; `other`: the one that is shown, if it is not this one.
fn card(props: &OutputsProps, number: usize, way: &Way, other: Option<&Way>, parts: Option<&Parting>) -> Html {
    let text = [&*way.stdout, &*way.stderr].concat();
    let compared: Vec<String> = other.map(|other| [&*other.stdout, &*other.stderr].concat().lines().map(str::to_owned).collect()).unwrap_or_default();
    let name = format!("Output {}", number + 1);
    let choose = props.on_choose.reform(move |_: MouseEvent| number);
    html! {
        <li key={number} class={classes!(other.is_none().then_some("shown"))}>
            <div class="way-head">
                <h3>{ &name }</h3>
                if way.exit != 0 { <span class="way-exit">{ format!("exit code {}", way.exit) }</span> }
                if other.is_none() {
                    <span class="way-shown">{ "shown now" }</span>
                } else {
                    <button type="button" class="pill" aria-label={format!("Show {name}")} onclick={choose}>{ "Show" }</button>
                }
            </div>
            if let Some(&Parting { step, sentence }) = parts {
                <p class="way-parts">
                    { sentence }{ " " }
                    <button type="button" class="text" onclick={props.on_seek.reform(move |_: MouseEvent| step)}>{ format!("They part at step {}.", step.0 + 1) }</button>
                </p>
            }
            <pre tabindex="0" aria-label={format!("{name}, text")}>{ for text.lines().enumerate().map(|(place, line)| {
                let differs = other.is_some() && compared.get(place).map(String::as_str) != Some(line);
                html! { <span class={classes!("line", differs.then_some("differs"))}>{ line.to_owned() }{ "\n" }</span> }
            }) }</pre>
        </li>
    }
}
