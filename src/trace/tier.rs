//! The work of V8's compilers on the program's functions, as the model has it (`v8::tiers`).

use serde::{Deserialize, Serialize};

use super::{FunctionId, ScriptId, Span, StepId, TextId};

/// A compiler or interpreter that runs a function's code.
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
    /// V8's name of it.
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

/// An event in the life of a function's code. `Exit` says where optimised code was left, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TierEvent<Exit = CodeExit> {
    /// The feedback vector was allocated; Sparkplug compiles in the same batch.
    Feedback,
    /// The tiering manager asks for better code; the compiler works beside the program.
    Requested(Tier),
    /// Code is there.
    Compiled {
        /// The compiler that made it.
        tier: Tier,
        /// The running loop goes on in it: on-stack replacement.
        osr: bool,
    },
    /// Optimised code was left.
    Deoptimized {
        /// The compiler whose code it was.
        tier: Tier,
        /// Where it was left, and why.
        exit: Exit,
        /// The frame finds out only when control comes back to it.
        lazy: bool,
    },
}

impl<Exit> TierEvent<Exit> {
    /// The same event with the exit, if it has one, in other terms.
    pub fn map<Other>(self, exit_in_other_terms: impl FnOnce(Exit) -> Other) -> TierEvent<Other> {
        match self {
            Self::Feedback => TierEvent::Feedback,
            Self::Requested(tier) => TierEvent::Requested(tier),
            Self::Compiled { tier, osr } => TierEvent::Compiled { tier, osr },
            Self::Deoptimized { tier, exit, lazy } => TierEvent::Deoptimized { tier, exit: exit_in_other_terms(exit), lazy },
        }
    }
}

/// The way out of optimised code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeExit {
    /// The reason as `--trace-deopt` prints it.
    pub reason: TextId,
    /// The expression, in its script.
    pub place: Option<(ScriptId, Span)>,
}

/// A change of a function's code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierChange {
    /// The step at which the model saw it.
    pub step: StepId,
    /// The file of the function.
    pub script: ScriptId,
    /// `None`: the script's top level.
    pub function: Option<FunctionId>,
    /// The change of its code.
    pub event: TierEvent,
}
