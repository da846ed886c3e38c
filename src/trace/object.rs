//! The program's objects as a reader sees them: what each holds, from a step on.

use serde::{Deserialize, Serialize};

use super::{History, MapId, ObjectId, Recorded, StepId, TextId, ValueId};

/// The content of a property, an element or an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Slot {
    /// A primitive, or an object that is shown by its preview alone.
    Value(ValueId),
    /// A reference to an object that is followed.
    Object(ObjectId),
}

/// The content of an object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectView {
    /// Its class, with its size: `Point`, `Array(3)`, `Map(2)`.
    pub title: TextId,
    /// The first of its properties, elements or entries, each with its name.
    pub slots: Box<[(TextId, Slot)]>,
    /// The number of those that `slots` leaves out.
    pub more: u32,
    /// Its hidden class, as far as it is followed.
    pub map: Option<MapId>,
    /// The number of its block of the heap.
    pub block: Option<u32>,
}

/// All objects of a run that were followed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Objects {
    views: History<ObjectView>,
    /// From this step on none was followed any more: the run was too long.
    until: Option<StepId>,
}

impl Objects {
    /// Adds the view that an object shows from a step on.
    pub fn push(&mut self, record: Recorded<ObjectView>) {
        self.views.push(record);
    }

    /// From this step on no object is followed any more. The first step that is given holds.
    pub fn end(&mut self, until: StepId) {
        self.until = self.until.or(Some(until));
    }

    /// Adds the views of a later part of the run.
    pub fn append(&mut self, Self { views, until }: Self) {
        self.views.append(views);
        self.until = self.until.or(until);
    }

    /// The view that an object showed at a step, and the step from which on it did.
    #[must_use]
    pub fn at(&self, object: ObjectId, step: StepId) -> Option<(StepId, &ObjectView)> {
        self.views.at(object.0, step)
    }

    /// Whether objects were still followed at a step.
    #[must_use]
    pub fn followed(&self, step: StepId) -> bool {
        self.until.is_none_or(|until| step < until)
    }

    /// The number of objects, which are numbered from 0.
    #[must_use]
    pub fn len(&self) -> usize {
        self.views.len()
    }

    /// Whether no object was followed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.views.is_empty()
    }
}
