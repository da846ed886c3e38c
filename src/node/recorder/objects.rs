//! The program's objects: at every statement those that its variables lead to are looked at, and what is new of them goes into the trace.
//!
//! No getter, no proxy trap and no iterator runs. Functions, and what is Node's own, are shown by their previews and not followed.

use std::collections::VecDeque;

use boa_engine::property::PropertyKey;
use boa_engine::{JsObject, JsValue, js_string};

use super::numbered::Numbered;
use super::{Recorder, is_program_function, preview};
use crate::inspect::find_data;
use crate::inspect::own_data;
use trace::{MapId, ObjectId, ObjectView, Recorded, Slot, StepId};

/// The most properties, elements or entries that are shown of one object.
const MOST_SLOTS: usize = 12;
/// The most objects that are looked at behind the variables of one statement.
const MOST_AT_ONCE: usize = 60;
/// The most slots that are read in one run: a second's work of a slow browser is not spent on a picture.
const MOST_READ: usize = 300_000;
/// The most objects without a change that are met in one run.
const MOST_MET: usize = 3_000_000;

/// The objects of one run, as they were recorded.
#[derive(Default)]
pub(super) struct Objects {
    ids: Numbered,
    /// The objects that have a number, by [`ObjectId`].
    known: Vec<Known>,
    /// The numbers of statements looked at, of slots read and of unchanged objects met.
    looks: u32,
    read: usize,
    met: usize,
    changes: trace::Objects,
    until: Option<StepId>,
}

/// An object that is followed.
#[derive(Default)]
struct Known {
    /// The view of it that was last recorded.
    recorded: Option<ObjectView>,
    /// Whether its contents stay the same unless the object itself is touched: objects that are followed, and primitive values.
    settled: bool,
    /// The look that met it last.
    met: u32,
}

/// The objects behind the variables of one statement.
#[derive(Default)]
struct Look {
    waiting: VecDeque<ObjectId>,
    met: usize,
}

impl Objects {
    /// The number of an object that is to be followed; `None` for what is shown by its preview.
    pub(super) fn id(&mut self, value: &JsValue) -> Option<ObjectId> {
        let object = value.as_object().filter(|_| self.until.is_none())?;
        let number = match self.ids.find(&object) {
            Some(number) => number,
            None if is_followed(&object) => self.ids.number(&object),
            None => return None,
        };
        if self.known.len() <= number {
            self.known.resize_with(number + 1, Known::default);
        }
        u32::try_from(number).ok().map(ObjectId)
    }

    /// The news since this was last asked, and the step from which on no object was looked at any more.
    pub(super) fn take(&mut self) -> trace::Objects {
        let mut changes = std::mem::take(&mut self.changes);
        if let Some(until) = self.until {
            changes.end(until);
        }
        changes
    }
}

impl Recorder {
    /// The step that comes next shows the variables of the frames as they stand: whatever those lead to is written down.
    pub(super) fn look_at_objects(&mut self) {
        if self.objects.until.is_some() {
            return;
        }
        let roots: Vec<ObjectId> = self.frames.shown().filter_map(|change| self.tables.object(change.value?)).collect();
        if roots.is_empty() {
            return;
        }
        let step = StepId(u32::try_from(self.taken + self.steps.len()).unwrap_or(u32::MAX));
        if self.objects.read > MOST_READ || self.objects.met > MOST_MET {
            self.objects.until = Some(step);
            return;
        }
        self.isolate.with(|isolate| self.heap.look(isolate, step));
        self.objects.looks += 1;
        let mut look = Look::default();
        for root in roots {
            self.objects.meet(&mut look, root);
        }
        while let Some(id) = look.waiting.pop_front() {
            let Some(object) = self.objects.ids.get(id.index()) else { continue };
            let touched = object.take_touched();
            let read = (touched || !self.objects.stays(&mut look, id)).then(|| self.read(&mut look, id, &object));
            let Some(title) = read.as_ref().or(self.objects.known[id.index()].recorded.as_ref()).map(|view| view.title) else { continue };
            let title = self.tables.shared(title);
            let map = self.isolate.with(|isolate| self.shapes.look_at(isolate, &object, &title, step, &mut self.tables)).flatten();
            self.objects.record(step, id, read, (map, self.heap.block(&object)));
        }
    }

    /// Reads the contents of an object.
    fn read(&mut self, look: &mut Look, id: ObjectId, object: &JsObject) -> ObjectView {
        let (title, held, more) = contents(object);
        self.objects.read += held.len() + 1;
        let mut slots = Vec::with_capacity(held.len());
        let mut settled = object.is_array() || object.is_ordinary_object() || has_primitive_keys(object);
        for (name, value) in held {
            let followed = self.objects.id(&value).filter(|id| self.objects.meet(look, *id));
            settled &= followed.is_some() || !value.is_object();
            let slot = followed.map_or_else(|| Slot::Value(self.tables.value(&value)), Slot::Object);
            slots.push((self.tables.text(&name), slot));
        }
        self.objects.known[id.index()].settled = settled;
        ObjectView { title: self.tables.text(&title), slots: slots.into(), more: u32::try_from(more).unwrap_or(u32::MAX), map: None, block: None }
    }
}

impl Objects {
    /// An object is there at this statement, and is looked at in its turn; not where there are too many.
    fn meet(&mut self, look: &mut Look, id: ObjectId) -> bool {
        let Some(known) = self.known.get_mut(id.index()) else { return false };
        if known.met == self.looks {
            return true;
        }
        if look.met == MOST_AT_ONCE {
            return false;
        }
        look.met += 1;
        known.met = self.looks;
        look.waiting.push_back(id);
        true
    }

    /// Whether an object that was not touched holds the values that were recorded of it; those are met.
    fn stays(&mut self, look: &mut Look, id: ObjectId) -> bool {
        self.met += 1;
        let known = &mut self.known[id.index()];
        if !known.settled {
            return false;
        }
        let recorded = known.recorded.take();
        let stays = recorded.as_ref().is_some_and(|view| {
            view.slots.iter().all(|(_, slot)| match slot {
                Slot::Object(held) => self.meet(look, *held),
                Slot::Value(_) => true,
            })
        });
        self.known[id.index()].recorded = recorded;
        stays
    }

    /// Records an object's contents, its hidden class and its block of the heap, unless all are as they were recorded.
    fn record(&mut self, step: StepId, id: ObjectId, read: Option<ObjectView>, (map, block): (Option<MapId>, Option<u32>)) {
        let recorded = &mut self.known[id.index()].recorded;
        if read.is_none() && recorded.as_ref().is_some_and(|recorded| recorded.map == map && recorded.block == block) {
            return;
        }
        let Some(now) = read.or_else(|| recorded.clone()).map(|view| ObjectView { map, block, ..view }) else { return };
        if recorded.as_ref() != Some(&now) {
            *recorded = Some(now.clone());
            self.changes.push(Recorded { step, id: id.0, now });
        }
    }
}

/// A `Set`, or a `Map` whose keys are shown the same whatever becomes of them.
fn has_primitive_keys(object: &JsObject) -> bool {
    object.entries_head(MOST_SLOTS).is_some_and(|(_, entries)| !entries.is_key_value || entries.values.iter().step_by(2).all(|key| !key.is_object()))
}

/// Whether an object is the program's, and holds something.
fn is_followed(object: &JsObject) -> bool {
    // The global object holds itself.
    if object.is_callable() || object.is_proxy() || own_data(object, js_string!("globalThis")).is_some() || object.elements_preview(0).is_some() {
        return false;
    }
    if object.is_array() || object.entries_head(0).is_some() {
        return true;
    }
    if object.date_preview().is_some() || object.regexp_preview().is_some() {
        return false;
    }
    let constructor = find_data(object, js_string!("constructor")).and_then(|constructor| constructor.as_object());
    !constructor.is_some_and(|constructor| is_nodes_function(&constructor)) && !is_a_library(object)
}

/// Whether an object is like the result of `require('node:fs')`: its first property is a function of Node's.
fn is_a_library(object: &JsObject) -> bool {
    let first = object.borrow().shape().keys().into_iter().next();
    let value = first.and_then(|key| object.borrow().properties().get(&key).and_then(|property| property.value().cloned()));
    value.and_then(|value| value.as_object()).is_some_and(|function| is_nodes_function(&function))
}

/// Written in Node's own JavaScript: neither the program's nor the engine's.
fn is_nodes_function(function: &JsObject) -> bool {
    function.function_path().is_some() && !is_program_function(function)
}

/// An object's title, the first of its contents with their names, and the number of further ones.
type Contents = (String, Vec<(String, JsValue)>, usize);

fn contents(object: &JsObject) -> Contents {
    if object.is_array() {
        return array(object);
    }
    if let Some((size, entries)) = object.entries_head(MOST_SLOTS) {
        return collection(size, entries.is_key_value, &entries.values);
    }
    properties(object)
}

fn array(object: &JsObject) -> Contents {
    let length = own_data(object, js_string!("length")).and_then(|length| length.as_number()).unwrap_or(0.0);
    let borrowed = object.borrow();
    let value = |key: &PropertyKey| borrowed.properties().get(key).and_then(|property| property.value().cloned());
    let held: Vec<_> = preview::first_indices(borrowed.properties(), MOST_SLOTS)
        .into_iter()
        .map(|index| (index.to_string(), value(&PropertyKey::from(index)).unwrap_or_default()))
        .collect();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an array's length is below 2³²")]
    let more = (length as usize).saturating_sub(held.len());
    (format!("Array({length})"), held, more)
}

fn collection(size: usize, is_map: bool, values: &[JsValue]) -> Contents {
    let more = |shown: usize| size.saturating_sub(shown);
    if !is_map {
        let held: Vec<_> = values.iter().take(MOST_SLOTS).map(|value| (String::new(), value.clone())).collect();
        let more = more(held.len());
        return (format!("Set({size})"), held, more);
    }
    let key = |value: &JsValue| {
        let mut text = String::new();
        preview::write_preview(value, &mut text);
        text
    };
    let held: Vec<_> = values.chunks_exact(2).take(MOST_SLOTS).map(|entry| (key(&entry[0]), entry[1].clone())).collect();
    let more = more(held.len());
    (format!("Map({size})"), held, more)
}

fn properties(object: &JsObject) -> Contents {
    let borrowed = object.borrow();
    let (mut held, mut more) = (Vec::new(), 0);
    // Indices come first, as everywhere in the language.
    for index in preview::first_indices(borrowed.properties(), MOST_SLOTS) {
        let property = borrowed.properties().get(&PropertyKey::from(index));
        held.extend(property.and_then(|property| Some((index.to_string(), property.value()?.clone()))));
    }
    more += borrowed.properties().index_property_keys().len().saturating_sub(MOST_SLOTS);
    for key in borrowed.shape().keys() {
        let PropertyKey::String(name) = &key else { continue };
        let Some(property) = borrowed.properties().get(&key) else { continue };
        let Some(value) = property.value().filter(|_| property.enumerable() == Some(true)) else { continue };
        if held.len() == MOST_SLOTS {
            more += 1;
        } else {
            held.push((name.to_std_string_lossy(), value.clone()));
        }
    }
    (preview::class_name(object).unwrap_or_else(|| "Object".to_owned()), held, more)
}
