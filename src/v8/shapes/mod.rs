//! A model of V8's hidden classes ("maps"): the transition tree, dictionary mode, elements kinds and inline caches.
//!
//! The program itself runs on another engine, which reports here each of its changes to an object (a birth, a property added or changed, an element
//! stored). The model answers with the hidden classes that V8 would have made. Followed: V8 13.6 (Node 24) and 11.3 (Node 20), `src/objects/map.cc`,
//! `map-updater.cc`, `transitions.cc`, `lookup.cc`, `js-objects.cc`, `elements-kind.h`, `elements.cc`, `src/runtime/runtime-literals.cc`,
//! `runtime-object.cc` and `src/ic/ic.cc`. It knows nothing of the engine, of Node, or of drawing.
//!
//! * [`Shapes`] holds every map of one isolate, and the map of each object.
//! * [`Sites`] holds the inline-cache state of each place in the program.

mod arrays;
mod births;
mod changes;
mod descriptor;
mod elements;
mod elements_kind;
mod heap;
mod integrity;
mod key;
mod map;
mod object;
mod prototypes;
mod questions;
mod roots;
mod site;
#[cfg(test)]
mod tests;
mod transitions;
mod tree;
mod updater;
mod value;

pub use arrays::ArrayBirth;
pub use births::Literal;
pub use descriptor::{Accessors, Attributes, PropertyKind};
pub use elements_kind::ElementsKind;
pub use heap::Shapes;
pub use integrity::Integrity;
pub use key::{AllocationSite, FunctionId, Key, MapId, ObjectId, SiteId};
pub use map::Edge;
pub use object::StoreOrigin;
pub use prototypes::Prototype;
pub use questions::Extents;
pub use roots::Class;
pub use site::{Access, SiteKind, SiteState, Sites};
pub use tree::MapView;
pub use value::ValueKind;
