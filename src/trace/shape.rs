//! Hidden classes and inline caches, as the model of V8 has them (`v8::shapes`).

use serde::{Deserialize, Serialize};

use super::{MapId, ScriptId, TextId};

/// A hidden class: V8 calls it a map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HiddenClass {
    /// The hidden class that it came from, and the change that led here: `+ x`.
    pub parent: Option<(MapId, TextId)>,
    /// The kind of its objects; for a class that came from no other, the way in which they are made.
    pub class: TextId,
    /// Its properties in order; empty in dictionary mode.
    pub properties: Box<[TextId]>,
    /// The kind of its objects' elements, as V8 calls it.
    pub elements: TextId,
    /// The properties are in a hash table of the object's own.
    pub dictionary: bool,
    /// Replaced by one that is more general.
    pub deprecated: bool,
}

/// The use of an inline cache.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CacheKind {
    /// A property is read, be it to call what it holds.
    Load,
    /// A property is written or defined.
    Store,
}

/// The number of hidden classes that an inline cache has met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CacheState {
    /// One hidden class.
    Monomorphic,
    /// Two to four.
    Polymorphic,
    /// More: it looks in a table that all such places share.
    Megamorphic,
}

/// The inline cache of a place where a property is read or written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InlineCache {
    /// The file that the place is in.
    pub script: ScriptId,
    /// Its place in the text, in bytes.
    pub offset: u32,
    /// Whether the place reads or writes.
    pub kind: CacheKind,
    /// How many hidden classes it has met so far.
    pub state: CacheState,
    /// The hidden classes that it knows, in the order in which it met them.
    pub maps: Box<[MapId]>,
}
