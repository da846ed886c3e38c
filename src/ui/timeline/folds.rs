//! What repeats itself, folded on the timeline; each fold has a button that opens it, and closes it again.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use player::{Cycle, Folding, Lanes, Player, cycles, folded_steps};
use trace::StepId;

use super::lanes::{Rows, column_x};

/// The folds of a run's timeline, as the reader has left them.
pub(super) struct Folds {
    /// The way from steps to columns, and the lanes on these.
    placed: Rc<(Folding, Rc<Lanes>)>,
    cycles: Rc<Vec<Cycle>>,
    /// By their place among the cycles.
    open: UseStateHandle<BTreeSet<usize>>,
}

/// Every step of a shorter run has room.
const LONG: u32 = 1_000;

/// Of the run that the component is of: another run has a component of its own.
#[hook]
pub(super) fn use_folds(player: &Player) -> Folds {
    let open = use_state(BTreeSet::new);
    let cycles = use_memo((), |()| if player.lanes().steps < LONG { Vec::new() } else { cycles(player.trace()) });
    let placed = use_memo((*open).clone(), |open| {
        let folded = cycles.iter().enumerate().filter(|(place, _)| !open.contains(place)).map(|(_, cycle)| cycle);
        let folding = Folding::new(player.lanes().steps, folded);
        let lanes = if folding.folds().is_empty() { Rc::clone(player.lanes()) } else { Rc::new(folding.place(player.lanes())) };
        (folding, lanes)
    });
    Folds { placed, cycles, open }
}

impl Folds {
    pub fn folding(&self) -> &Folding {
        &self.placed.0
    }

    pub fn lanes(&self) -> &Rc<Lanes> {
        &self.placed.1
    }

    /// The step in a column.
    pub fn steps(&self) -> impl Fn(u32) -> StepId + 'static {
        let placed = Rc::clone(&self.placed);
        move |column| placed.0.step(column)
    }

    /// Which time it is, at a step of something that repeats itself.
    pub fn told(&self, step: u32) -> String {
        let told = |cycle: &Cycle| Some(format!(" · time {} of {}", cycle.time_at(step)? + 1, cycle.times()));
        self.cycles.iter().find_map(told).unwrap_or_default()
    }

    fn toggle(&self, place: usize) -> Callback<()> {
        let open = self.open.clone();
        Callback::from(move |()| {
            let mut opened = (*open).clone();
            if !opened.remove(&place) {
                opened.insert(place);
            }
            open.set(opened);
        })
    }
}

/// A button's size, CSS pixels.
const WIDE: f32 = 78.0;
const HIGH: f32 = 22.0;

/// On each fold, and where an open one begins.
pub(super) fn fold_buttons(folds: &Folds, names: u16, width: u16, rows: Rows) -> Html {
    if folds.cycles.is_empty() {
        return Html::default();
    }
    let columns = folds.folding().columns();
    let y = rows.top(1) + rows.pitch / 2.0 - HIGH / 2.0;
    let mut free = 0.0;
    let buttons = folds.cycles.iter().enumerate().map(|(place, cycle)| {
        let column = |step: u32| column_x(folds.folding().column(step), columns, width.into());
        let open = folds.open.contains(&place);
        let wanted = if open {
            column(cycle.starts[0])
        } else {
            let [from, to] = folded_steps(cycle);
            f32::midpoint(column(from), column(to)) - WIDE / 2.0
        };
        let x = wanted.max(free).min(f32::from(width) - WIDE);
        free = x + WIDE + 4.0;
        let times = cycle.times();
        let (name, sign) = if open { ("Fold what comes", "→←") } else { ("Unfold what comes", "←→") };
        let name = format!("{name} {times} times alike");
        let toggle = folds.toggle(place);
        let onclick = toggle.reform(|_: MouseEvent| ());
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                event.stop_propagation();
                toggle.emit(());
            }
        });
        html! {
            <g key={place} class="fold-button" role="button" tabindex="0" aria-expanded={open.to_string()} aria-label={name.clone()}
                transform={format!("translate({:.1} {y:.1})", f32::from(names) + x)} {onclick} {onkeydown}>
                <title>{ name }</title>
                <rect width={WIDE.to_string()} height={HIGH.to_string()} rx="11" />
                <text x={(WIDE / 2.0).to_string()} y="15" text-anchor="middle">{ format!("× {times}") }<tspan class="sign" dx="5">{ sign }</tspan></text>
            </g>
        }
    });
    html! { <svg class="folds" width={(names + width).to_string()} height="100%">{ for buttons }</svg> }
}
