//! A model of V8's tiers: the interpreter Ignition, the feedback vector, Sparkplug, Maglev, TurboFan, on-stack replacement and deoptimisation.
//!
//! The program itself runs on another engine, which reports here what happens: a function entered or left, a loop going on, the values of an operation.
//! The model answers with the functions that V8 would have compiled, and with the moments and reasons at which it would have left that code. Followed: V8 13.6 (Node 24) and 11.3 (Node 20),
//! with compilers' threads that are done at once.
//!
//! | here | V8 | what |
//! |---|---|---|
//! | `model` | src/execution/frames.h | reports of calls, loops and conditions; the frames |
//! | `observe` | src/ic/ic.cc, src/ic/binary-op-assembler.cc | reports of operations, and the feedback of sites |
//! | `manager` | src/execution/tiering-manager.cc | budgets, interrupts, requests, urgency |
//! | `compile` | src/maglev/maglev-graph-builder.cc, src/compiler/js-inlining-heuristic.cc | snapshots of feedback, inlining, replacement on the stack |
//! | `check` | src/compiler/simplified-lowering.cc | the checks of optimised code that fail |
//! | `deopt` | src/deoptimizer/deoptimizer.cc | code is left, thrown away or kept |
//! | `feedback`, `cell`, `function` | src/objects/feedback-vector.h, feedback-cell.h | the records of a site, a closure, a text |
//! | `flags`, `event`, `key` | src/flags/flag-definitions.h, src/deoptimizer/deoptimize-reason.h | thresholds; events of the model; names |
//!
//! An observation costs a few loads from vectors. A function's site is looked up once, by its span in the source.

mod cell;
mod check;
mod compile;
mod deopt;
mod event;
mod feedback;
mod flags;
mod function;
mod key;
mod manager;
mod model;
mod observe;

pub use event::{Event, Exit, Missing, Reason};
pub use feedback::{Callee, Kind, NUMBER_MAP, Operator, STRING_MAP};
pub use flags::Flags;
pub use function::SiteKind;
pub use key::{CellId, FunctionId, SiteId};
pub use model::Tiers;
pub use observe::Element;
pub use trace::{Tier, TierEvent};
