//! A model of V8's heap: the bytes and the space of each object, the moment and the kind of each garbage collection, and its survivors.
//!
//! The program itself runs on another engine with its own collector. The engine reports each allocation ([`Kind`]) and, when this module requests a
//! collection, the objects that are alive. The model answers with V8's sizes, spaces and collections, as `--trace-gc` shows them. Followed: V8 10.2 to 14.6,
//! `src/heap/heap.cc`, `scavenger.cc`, `new-spaces.cc`, `large-spaces.cc`, `memory-controller.cc`, `gc-tracer.cc`, `incremental-marking.cc`. It knows
//! nothing of the engine, of Node, or of drawing.
//!
//! * [`Heap`] holds the spaces of one isolate.
//! * [`Configuration`] is one Node with its flags; [`Scale`] makes everything but the objects smaller, so that a short program meets collections.
//! * [`MemoryUsage`], [`HeapStatistics`] and [`SpaceStatistics`] are the figures that a program reads; [`report`] has the lines that Node prints.

mod allocate;
mod baseline;
mod collect;
mod collection;
mod configuration;
mod external;
mod fatal;
mod history;
mod kind;
mod layout;
mod limit;
mod marking;
mod object;
pub mod report;
mod rescale;
mod semispace;
mod spaces;
mod statistics;
mod tables;

pub use collection::{Collected, Collection, Usage};
pub use configuration::{Baseline, Configuration, ExternalPressure, Growth, KB, MB, Sizes};
pub use fatal::{Fatal, FatalReason};
pub use history::{Moment, Sample};
pub use kind::{Elements, Flavour, Kind, ObjectId, Properties, Text};
pub use layout::Layout;
pub use object::Whereabouts;
pub use spaces::{Heap, Scale};
pub use statistics::{HeapStatistics, MemoryUsage, SpaceStatistics};
pub use trace::{CollectionReason, Collector, Space};
