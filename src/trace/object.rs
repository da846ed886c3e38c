//! The program's objects as a reader sees them: what each holds, from a step on.

use serde::{Deserialize, Serialize};

use super::{History, MapId, ObjectId, StepId, TextId, Told, ValueId};

/// What a property, an element or an entry holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Slot {
    /// A primitive, or an object that is shown by its preview alone.
    Value(ValueId),
    /// A reference to an object that is followed.
    Object(ObjectId),
}

/// What an object holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectView {
    /// What it is: `Point`, `Array(3)`, `Map(2)`.
    pub title: TextId,
    /// What is called how; the first of them.
    pub slots: Box<[(TextId, Slot)]>,
    /// It has so many more.
    pub more: u32,
    /// Its hidden class, as far as it is followed.
    pub map: Option<MapId>,
    /// Which block of the heap it is.
    pub block: Option<u32>,
}

/// All objects of a run that were followed.
#[derive(Clone, Debug, Default)]
pub struct Objects {
    views: History<ObjectView>,
    /// From this step on none was followed any more: the run was too long.
    pub(super) until: Option<StepId>,
}

impl Objects {
    pub(super) fn add(&mut self, change: Told<ObjectView>) {
        self.views.add(change);
    }

    /// What an object held at a step, and since when.
    #[must_use]
    pub fn at(&self, object: ObjectId, step: StepId) -> Option<(StepId, &ObjectView)> {
        self.views.at(object.0, step)
    }

    /// Whether objects were still followed at a step.
    #[must_use]
    pub fn followed(&self, step: StepId) -> bool {
        self.until.is_none_or(|until| step < until)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.views.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.views.is_empty()
    }
}
