//! The function under the cursor as V8 has it: its syntax tree, its bytecode, and how often it has run.

use crate::trace::{Compilation, Entry, Event, FrameKind, FunctionId, Profile, SiteId, Snapshot, Span, StepId, Trace};

/// The function that runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Compiled {
    pub compilation: Compilation,
    /// `add`, `main.js`.
    pub name: String,
    /// Of its first line, 1-based.
    pub line: u32,
    /// The expression or statement that the program is at.
    pub now: Option<Span>,
}

/// The newest program frame's function; `None` while none is on the stack.
#[must_use]
pub fn compiled(trace: &Trace, snapshot: &Snapshot) -> Option<Compiled> {
    let stack = &snapshot.stack;
    let place = stack.iter().rposition(|frame| frame.kind == FrameKind::Program)?;
    let frame = stack.get(place)?;
    let own = |site: Option<SiteId>| site.and_then(|site| trace.site(site)).filter(|site| site.function == frame.function);
    let site = own(trace.step(snapshot.step).and_then(|step| step.site)).or_else(|| own(frame.site));
    let function = frame.function.and_then(|id| trace.function(id));
    let script = function.map(|function| function.script).or(site.map(|site| site.script))?;
    let compilation = trace.compilation(script, frame.function)?.clone();
    let now = site.filter(|site| site.script == script).map(|site| site.span);
    Some(Compiled { name: super::frame_name(trace, stack, place), line: function.map_or(1, |function| function.position.line), compilation, now })
}

/// When each function of the program was called.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heat {
    /// By [`FunctionId`].
    calls: Vec<Vec<StepId>>,
}

impl Heat {
    /// Goes through the whole run once.
    #[must_use]
    pub fn of(trace: &Trace) -> Self {
        let mut calls: Vec<Vec<StepId>> = Vec::new();
        for (index, step) in trace.steps().iter().enumerate() {
            let Event::FrameEntered { function: Some(function), entry: Entry::Called, .. } = step.event else { continue };
            if calls.len() <= function.index() {
                calls.resize(function.index() + 1, Vec::new());
            }
            calls[function.index()].push(StepId(u32::try_from(index).unwrap_or(u32::MAX)));
        }
        Self { calls }
    }

    /// How often a function was called up to a step.
    #[must_use]
    pub fn calls(&self, function: FunctionId, step: StepId) -> usize {
        self.calls.get(function.index()).map_or(0, |calls| calls.partition_point(|call| *call <= step))
    }

    /// When it was first called: V8 compiles it then.
    #[must_use]
    pub fn first(&self, function: FunctionId) -> Option<StepId> {
        self.calls.get(function.index())?.first().copied()
    }
}

/// Who runs a function's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// The interpreter.
    Ignition,
    /// Machine code, instruction by instruction of the bytecode.
    Sparkplug,
    /// Optimised by what was seen, quickly.
    Maglev,
    /// Optimised by what was seen, as well as V8 can.
    TurboFan,
}

impl Tier {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ignition => "Ignition",
            Self::Sparkplug => "Sparkplug",
            Self::Maglev => "Maglev",
            Self::TurboFan => "TurboFan",
        }
    }
}

/// After how many calls V8 takes a function to each tier, if nothing but calls heats it: a model, from V8's flags and measured on the binaries
/// (NODE.md §10). `length`: of its bytecode, in bytes; where that is not known, a tier that depends on it is left out.
#[must_use]
pub fn thresholds(profile: Profile, length: Option<u32>) -> Vec<(Tier, usize)> {
    // Until Node 20: an interrupt budget in bytes of bytecode, so many times.
    let ticks = |budget: usize, per: usize| {
        let length = length?.max(1) as usize;
        Some(budget * if length <= 81 { 1 } else { 3 + length / per } / length)
    };
    let (maglev, turbofan) = match profile.major() {
        ..20 => (None, ticks(135_168, 1_100)),
        20..22 => (None, ticks(67_584, 150)),
        22..24 => (None, Some(3_000)),
        _ => (Some(400), Some(3_000)),
    };
    let tiers = [(Tier::Sparkplug, Some(8)), (Tier::Maglev, maglev), (Tier::TurboFan, turbofan)];
    tiers.into_iter().filter_map(|(tier, calls)| Some((tier, calls?))).collect()
}

/// The tier after so many calls, by [`thresholds`].
#[must_use]
pub fn tier(profile: Profile, length: Option<u32>, calls: usize) -> Tier {
    thresholds(profile, length).into_iter().rev().find(|(_, after)| calls > *after).map_or(Tier::Ignition, |(tier, _)| tier)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_heat_a_function() {
        let tiers = [0, 8, 9, 400, 401, 3_001].map(|calls| tier(Profile::Node24, Some(13), calls));
        assert_eq!(tiers, [Tier::Ignition, Tier::Ignition, Tier::Sparkplug, Tier::Sparkplug, Tier::Maglev, Tier::TurboFan]);
        // As measured for a tiny function.
        assert_eq!(thresholds(Profile::Node18, Some(13)).last(), Some(&(Tier::TurboFan, 10_397)));
        assert_eq!(thresholds(Profile::Node20, Some(13)).last(), Some(&(Tier::TurboFan, 5_198)));
        assert_eq!(tier(Profile::Node22, Some(13), 2_999), Tier::Sparkplug);
        assert_eq!(thresholds(Profile::Node20, None), [(Tier::Sparkplug, 8)]);
    }
}
