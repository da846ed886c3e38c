//! The work of V8's compilers on a function up to a step, and on the hottest ones in a run, as the model has it (`v8::tiers`).

use std::collections::BTreeMap;
use std::rc::Rc;

use trace::{CodeExit, FunctionId, ScriptId, Span, StepId, Tier, TierChange, TierEvent, Trace};

use super::{Role, Stretch};

/// A function's code at a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Tiering<'t> {
    /// Who runs its next call, or its loop from here on.
    pub tier: Tier,
    /// The changes that led there, in their order.
    pub changes: Vec<&'t TierChange>,
}

impl<'t> Tiering<'t> {
    /// `function`: `None` for the script's top level.
    #[must_use]
    pub fn of(trace: &'t Trace, script: ScriptId, function: Option<FunctionId>, step: StepId) -> Self {
        let until = trace.tiers().partition_point(|change| change.step <= step);
        let own = trace.tiers()[..until].iter().filter(|change| change.script == script && change.function == function);
        let changes: Vec<&TierChange> = own.collect();
        Self { tier: changes.iter().fold(Tier::Ignition, |tier, change| after(tier, change.event)), changes }
    }

    /// When its tier was come to.
    #[must_use]
    pub fn since(&self) -> Option<StepId> {
        self.changes.iter().rev().find(|change| !matches!(change.event, TierEvent::Requested(_))).map(|change| change.step)
    }
}

/// The tier behind a change.
fn after(tier: Tier, event: TierEvent) -> Tier {
    match event {
        TierEvent::Feedback => tier.max(Tier::Sparkplug),
        TierEvent::Requested(_) => tier,
        TierEvent::Compiled { tier, .. } => tier,
        TierEvent::Deoptimized { .. } => Tier::Sparkplug,
    }
}

/// One sentence about a change.
#[must_use]
pub fn tier_words(trace: &Trace, change: &TierChange) -> String {
    match change.event {
        TierEvent::Feedback => {
            "It has run often enough to be worth watching: V8 gives it a feedback vector, where its operations note what they meet, and Sparkplug makes machine code of its bytecode.".to_owned()
        }
        TierEvent::Requested(tier) => format!("It is hot: V8 asks {} for code that relies on what was met so far.", tier.name()),
        TierEvent::Compiled { tier, osr: false } => format!("{}’s code is ready: it runs from the next call on.", tier.name()),
        TierEvent::Compiled { tier, osr: true } => format!("Its loop goes on in {}’s code without leaving it: on-stack replacement.", tier.name()),
        TierEvent::Deoptimized { tier, exit: CodeExit { reason, place }, lazy } => {
            let at = place.and_then(|(script, span)| text(trace, script, span)).map(|text| format!(" at {text}")).unwrap_or_default();
            let when = if lazy { ", noticed when control came back to it" } else { "" };
            format!("{}’s code is left{at}{when}: {}.", tier.name(), trace.text(reason))
        }
    }
}

/// A piece of a script, if it is short.
fn text(trace: &Trace, script: ScriptId, span: Span) -> Option<String> {
    const LONGEST: usize = 40;
    let text = trace.script(script)?.source.get(span.start as usize..span.end as usize)?;
    let first = text.lines().next().unwrap_or_default();
    let cut: String = first.chars().take(LONGEST).collect();
    Some(if cut.len() < text.len() { format!("{cut}…") } else { cut })
}

/// A lane of the functions that were optimised: a row for each of the hottest.
#[must_use]
pub(super) fn hot(trace: &Trace) -> Vec<Stretch> {
    const MOST_ROWS: usize = 3;
    let mut by_function: BTreeMap<(ScriptId, Option<FunctionId>), Vec<&TierChange>> = BTreeMap::new();
    for change in trace.tiers() {
        by_function.entry((change.script, change.function)).or_default().push(change);
    }
    let steps = u32::try_from(trace.steps().len()).unwrap_or(u32::MAX);
    let mut rows: Vec<(u32, Vec<Stretch>)> = by_function
        .into_iter()
        .filter(|(_, changes)| changes.iter().any(|change| matches!(change.event, TierEvent::Compiled { .. })))
        .map(|((script, function), changes)| {
            let row = row(&name(trace, script, function), &changes, steps);
            (row.iter().filter(|stretch| !stretch.quiet).map(|stretch| stretch.to - stretch.from).sum(), row)
        })
        .collect();
    rows.sort_by_key(|(optimized, _)| std::cmp::Reverse(*optimized));
    rows.truncate(MOST_ROWS);
    rows.sort_by_key(|(_, row)| row.first().map(|stretch| stretch.from));
    let numbered = (0u16..).zip(rows).flat_map(|(number, (_, row))| row.into_iter().map(move |stretch| Stretch { row: number, ..stretch }));
    numbered.collect()
}

pub(super) fn name(trace: &Trace, script: ScriptId, function: Option<FunctionId>) -> String {
    let own = function.and_then(|id| trace.function(id)).map(|function| trace.text(function.name).to_owned());
    match own {
        Some(name) if name.is_empty() => "an arrow function".to_owned(),
        Some(name) => name,
        None => trace.script(script).map_or("top level", |script| script.path.rsplit('/').next().unwrap_or("top level")).to_owned(),
    }
}

fn row(name: &str, changes: &[&TierChange], steps: u32) -> Vec<Stretch> {
    let mut row = Vec::new();
    let mut tier = Tier::Ignition;
    for (place, change) in changes.iter().enumerate() {
        tier = after(tier, change.event);
        let (from, to) = (change.step.0, changes.get(place + 1).map_or(steps, |next| next.step.0));
        let left = matches!(change.event, TierEvent::Deoptimized { .. });
        if left {
            row.push(Stretch { from, to: from + 1, role: Role::Fault, label: Rc::from(""), row: 0, quiet: false });
        }
        let from = from + u32::from(left);
        let role = match tier {
            Tier::Ignition | Tier::Sparkplug => Role::Process,
            Tier::Maglev => Role::Maglev,
            Tier::TurboFan => Role::TurboFan,
        };
        if from < to {
            row.push(Stretch { from, to, role, label: Rc::from(format!("{name} · {}", tier.name())), row: 0, quiet: tier < Tier::Maglev });
        }
    }
    row
}
