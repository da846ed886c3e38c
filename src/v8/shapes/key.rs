//! The ids by which the caller and the model speak of objects, functions, places in the program and maps, and the keys of properties.

use std::fmt;
use std::rc::Rc;

/// An object of the program, numbered by the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(pub u32);

/// A function (a closure, not its text) of the program, numbered by the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FunctionId(pub u32);

/// A place in the program with an inline cache, numbered by the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SiteId(pub u32);

/// The place of an array literal, an object literal or a `new Array` in the program, numbered by the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AllocationSite(pub u32);

/// A hidden class. Dense: the first map of an isolate is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MapId(pub u32);

impl MapId {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A property's key. Integer indices are elements, not keys: they go to the operations on elements.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A string.
    Name(Rc<str>),
    /// A symbol, or a private name of a class, by the caller's number.
    Symbol(u32),
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => f.write_str(name),
            Self::Symbol(_) => f.write_str("[symbol]"),
        }
    }
}

impl From<&str> for Key {
    fn from(name: &str) -> Self {
        Self::Name(name.into())
    }
}
