//! Ids: newtypes over small integers, dense and in order of creation, so that tables are vectors.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident($inner:ty);)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
        pub struct $name(pub $inner);

        impl $name {
            /// The position in the table that this id indexes.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A realm with its own stack, queues and loop: the main thread is 0, workers and processes follow.
    AgentId(u16);
    /// Something that waits in a queue and runs once: a tick, a microtask, an immediate, a pool callback. A repeating timer keeps its id.
    TaskId(u32);
    /// A job handed to the thread pool.
    RequestId(u32);
    /// A place in the program's text that a step can point at.
    SiteId(u32);
    /// A function of the program's text.
    FunctionId(u32);
    /// A source file of the program.
    ScriptId(u16);
    /// An interned string.
    TextId(u32);
    /// An interned value preview.
    ValueId(u32);
    /// A position in the trace: steps are numbered from 0.
    StepId(u32);
    /// A worker of the thread pool, from 0.
    WorkerId(u16);
    /// A stream of the program.
    StreamId(u16);
    /// An ES module of the program.
    ModuleId(u16);
    /// A function of Node's own JavaScript.
    LibraryFunctionId(u16);
    /// An object of the program.
    ObjectId(u32);
    /// A hidden class.
    MapId(u32);
}
