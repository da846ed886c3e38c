//! The player: a cursor over a trace, and what can be said of the step under it.
//!
//! [`Player`] holds the place, the speed and the breakpoints, and goes by event, line, callback or phase. The rest are pure functions of a
//! trace and a step: [`caption`] (what happened and why, in one sentence), [`Lanes`] (the timeline), [`gutter`] (what each line has outstanding),
//! [`focus`] (the text to light up), [`scheduled_at`] and [`may_run`] (causality). [`Role`] is the one table of what a queue is called and coloured.
//! [`Twin`] holds two runs side by side, on one [`Axis`]; [`comparison`] says where they part. May use `trace` and `lesson`.

mod alignment;
mod axis;
mod comparison;
mod compiled;
mod cursor;
mod cycles;
mod focus;
mod folding;
mod gutter;
mod index;
mod inside;
mod lanes;
mod levers;
mod memory;
mod observable;
mod opcodes;
mod origin;
mod parting;
mod prose;
mod rhythm;
mod role;
mod tiering;
mod twin;

pub use axis::Axis;
pub use comparison::{RunName, comparison};
pub use compiled::{Compiled, Heat, compiled};
pub use cursor::{Player, Speed};
pub use cycles::{Cycle, cycles};
pub use focus::{Focus, Place, focus};
pub use folding::{Fold, Folding, folded_steps};
pub use gutter::{GutterMark, gutter};
pub use index::{Index, Unit};
pub use inside::{Inside, inside};
pub use lanes::{Held, Lane, LaneKind, Lanes, Marker, Stretch};
pub use levers::{Setting, Tunable, set as set_lever, tunables};
pub use memory::{Bytes, Sharer, ascii};
pub use opcodes::opcode_words;
pub use origin::{Origin, is_nodes_own, may_run, origin, root, root_line, root_site, scheduled_at, waits_for_pool};
pub use parting::{Parting, is_way_of, parting};
pub use prose::{
    Caption, Rich, amount, caption, chunk_words, duration, frame_name, listeners_words, module_name, module_status, plural, rate, resident,
    sentence_text, short_label, short_task, stream_name,
};
pub use rhythm::dwell;
pub use role::Role;
pub use tiering::{Tiering, tier_words};
pub use twin::{Parted, Side, Twin};
