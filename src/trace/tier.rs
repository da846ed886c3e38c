//! What V8's compilers make of the program's functions, as the model has it (`v8::tiers`).

use serde::{Deserialize, Serialize};

use super::{FunctionId, ScriptId, Span, StepId, TextId};

/// Who runs a function's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

/// What happened to a function's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TierEvent {
    /// It has a feedback vector, and Sparkplug's code.
    Feedback,
    /// Better code is asked for; the compiler works beside the program.
    Requested(Tier),
    /// Code is there.
    Compiled {
        tier: Tier,
        /// The running loop goes on in it: on-stack replacement.
        osr: bool,
    },
    /// Optimised code was left.
    Deoptimized {
        tier: Tier,
        /// As `--trace-deopt` prints it.
        reason: TextId,
        /// The expression, in its script.
        place: Option<(ScriptId, Span)>,
        /// The frame found out only when control came back to it.
        lazy: bool,
    },
}

/// A change of a function's code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierChange {
    pub step: StepId,
    pub script: ScriptId,
    /// `None`: the script's top level.
    pub function: Option<FunctionId>,
    pub event: TierEvent,
}
