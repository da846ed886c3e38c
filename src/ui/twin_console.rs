//! The consoles of two runs side by side: what both print stands in one row, and what only one prints there is marked.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::comparison::Both;
use player::{Player, Role, Side};
use trace::OutputStream;

/// More rows than anybody reads.
const SHOWN: usize = 400;

#[derive(Properties)]
pub struct TwinConsoleProps {
    pub both: Both,
}

/// What is printed is all that it draws.
impl PartialEq for TwinConsoleProps {
    fn eq(&self, other: &Self) -> bool {
        let (both, other) = (&self.both, &other.both);
        Rc::ptr_eq(&both.twin, &other.twin) && both.names == other.names && printed(&both.players) == printed(&other.players)
    }
}

/// How many lines each run has printed so far.
fn printed(players: &[Player; 2]) -> [usize; 2] {
    [players[0].snapshot().console, players[1].snapshot().console]
}

#[component]
pub fn TwinConsole(props: &TwinConsoleProps) -> Html {
    let list = use_node_ref();
    let so_far = printed(&props.both.players);
    {
        let list = list.clone();
        use_effect_with(so_far, move |_| {
            if let Some(list) = list.cast::<Element>() {
                list.set_scroll_top(list.scroll_height());
            }
        });
    }
    let rows: Vec<_> =
        props.both.twin.console().into_iter().filter(|row| (0..2).any(|run| row[run].is_some_and(|place| place < so_far[run]))).collect();
    let first = rows.len().saturating_sub(SHOWN);
    html! {
        <section class="console twin-console" aria-label="Consoles">
            <div ref={list} class="twin-lines" tabindex="0" role="region" aria-label="Console output of both">
                <table>
                    <thead><tr>{ for props.both.names.iter().map(|name| html! { <th scope="col">{ "Console, " }{ name }</th> }) }</tr></thead>
                    <tbody>{ for rows[first..].iter().map(|row| html! { <tr>{ for Side::BOTH.into_iter().map(|side| cell(&props.both, *row, side)) }</tr> }) }</tbody>
                </table>
                if rows.is_empty() { <p class="none">{ "Nothing printed yet." }</p> }
            </div>
        </section>
    }
}

/// A run's line of a row, if it has one there and has printed it.
fn cell(both: &Both, row: [Option<usize>; 2], side: Side) -> Html {
    let player = both.player(side);
    let trace = player.trace();
    let place = row[side.index()].filter(|place| *place < player.snapshot().console);
    let Some(line) = place.and_then(|place| trace.console().get(place)) else { return html! { <td class="vacant"></td> } };
    let record = line.task.and_then(|task| trace.task(task));
    let role = record.map_or(Role::Main, |record| Role::of_queue(record.queue));
    let differs = !both.twin.prints_alike(row);
    let error = (line.stream == OutputStream::Stderr).then_some("stderr");
    let text = trace.text(line.text);
    html! {
        <td class={classes!(role.class(), differs.then_some("differs"), error)} title={record.map(|record| trace.text(record.label).to_owned())}>
            if differs { <span class="sign" aria-hidden="true">{ "≠" }</span><span class="unseen">{ "Differs: " }</span> }
            <span class="text">{ text.strip_suffix('\n').unwrap_or(text).to_owned() }</span>
            <span class="from">{ role.badge() }</span>
        </td>
    }
}
