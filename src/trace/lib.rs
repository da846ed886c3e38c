//! The trace: what a run leaves behind, and all that the page knows of it.
//!
//! The engine writes [`Chunk`]s; [`Trace`] gathers them; [`Snapshot`] is the state of the machine at one step, folded from the events.
//! Knows nothing of the other rooms.

mod compilation;
mod encoding;
mod event;
mod exploration;
mod header;
mod heap;
mod history;
mod ids;
mod lines;
mod module;
mod nanos;
mod object;
mod shape;
mod snapshot;
mod source;
mod store;
mod stream;
mod tables;
mod tier;
mod value;

pub use compilation::*;
pub use encoding::{Chunk, DecodeError, FORMAT_VERSION, decode, decode_all, encode, file_start, frame};
pub use event::*;
pub use exploration::{Exploration, Way};
pub use header::*;
pub use heap::{Amount, BlockKind, CollectionReason, Collector, HeapBlock, HeapCollection, HeapUsage, Space, SpaceUsage};
pub use history::{History, Recorded};
pub use ids::*;
pub use lines::{ByteOffset, Lines, is_line_terminator};
pub use module::*;
pub use nanos::Nanos;
pub use object::{ObjectView, Objects, Slot};
pub use shape::{CacheKind, CacheState, HiddenClass, InlineCache};
pub use snapshot::{Frame, PoolJob, Snapshot, Stage, StreamView, Timer, Variable};
pub use source::*;
pub use store::{ConsoleLine, Level, ModuleRecord, SideRecord, Step, StreamRecord, TaskRecord, Trace};
pub use stream::*;
pub use tables::Tables;
pub use tier::{CodeExit, Tier, TierChange, TierEvent};
pub use value::*;
