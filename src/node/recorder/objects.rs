//! The program's objects: at every statement those that its variables lead to are looked at, and what is new of them goes into the trace.
//!
//! No getter, no proxy trap and no iterator runs. Functions, and what is Node's own, are shown by their previews and not followed.

use std::collections::VecDeque;

use boa_engine::property::PropertyKey;
use boa_engine::{JsObject, JsValue, js_string};

use super::numbered::Numbered;
use super::{Recorder, is_program_function, preview};
use crate::node::hooks::own_data;
use crate::node::inspect::find_data;
use crate::node::isolate;
use crate::trace::{ObjectId, ObjectView, Slot, StepId, Told};

/// Of an object so many properties, elements or entries are shown.
const MOST_SLOTS: usize = 12;
/// So many objects are looked at behind the variables of one statement.
const MOST_AT_ONCE: usize = 60;
/// So many slots are looked at in one run: a second's work of a slow browser is not spent on a picture.
const MOST_IN_ALL: usize = 300_000;

/// What was told of the objects of one run.
#[derive(Default)]
pub(super) struct Objects {
    ids: Numbered,
    /// By [`ObjectId`]: what was last told.
    told: Vec<Option<ObjectView>>,
    looked_at: usize,
    changes: Vec<Told<ObjectView>>,
    until: Option<StepId>,
}

impl Objects {
    /// The number of an object that is to be followed; `None` for what is shown by its preview.
    pub(super) fn id(&mut self, value: &JsValue) -> Option<ObjectId> {
        let object = value.as_object().filter(|object| self.until.is_none() && is_followed(object))?;
        let number = self.ids.number(&object);
        if self.told.len() <= number {
            self.told.resize(number + 1, None);
        }
        u32::try_from(number).ok().map(ObjectId)
    }

    /// What is new, and from which step on nothing was looked at any more.
    pub(super) fn take(&mut self) -> (Vec<Told<ObjectView>>, Option<StepId>) {
        (std::mem::take(&mut self.changes), self.until)
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
        if self.objects.looked_at > MOST_IN_ALL {
            self.objects.until = Some(step);
            return;
        }
        isolate::with(|isolate| self.heap.look(isolate, step));
        let mut waiting: VecDeque<JsObject> = VecDeque::new();
        let mut met: Vec<ObjectId> = Vec::new();
        let mut meet = |objects: &mut Objects, waiting: &mut VecDeque<JsObject>, value: &JsValue| {
            let id = objects.id(value)?;
            if !met.contains(&id) {
                if met.len() == MOST_AT_ONCE {
                    return None;
                }
                met.push(id);
                waiting.extend(value.as_object());
            }
            Some(id)
        };
        for root in roots {
            let Some(object) = self.objects.ids.get(root.index()) else { continue };
            meet(&mut self.objects, &mut waiting, &object.into());
        }
        while let Some(object) = waiting.pop_front() {
            let (title, held, more) = contents(&object);
            self.objects.looked_at += held.len() + 1;
            let mut slots = Vec::with_capacity(held.len());
            for (name, value) in held {
                let slot = meet(&mut self.objects, &mut waiting, &value);
                let slot = slot.map_or_else(|| Slot::Value(self.tables.value(&value)), Slot::Object);
                slots.push((self.tables.text(&name), slot));
            }
            let map = isolate::with(|isolate| self.shapes.look_at(isolate, &object, &title, step, &mut self.tables)).flatten();
            let title = self.tables.text(&title);
            let view = ObjectView { title, slots: slots.into(), more: u32::try_from(more).unwrap_or(u32::MAX), map, block: self.heap.block(&object) };
            self.objects.tell(step, &object, view);
        }
    }
}

impl Objects {
    fn tell(&mut self, step: StepId, object: &JsObject, view: ObjectView) {
        let Some(number) = self.ids.find(object) else { return };
        let Some(told) = self.told.get_mut(number).filter(|told| told.as_ref() != Some(&view)) else { return };
        *told = Some(view.clone());
        self.changes.push(Told { step, id: u32::try_from(number).unwrap_or(u32::MAX), now: view });
    }
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

/// What `require('node:fs')` gives: its first property is a function of Node's.
fn is_a_library(object: &JsObject) -> bool {
    let first = object.borrow().shape().keys().into_iter().next();
    let value = first.and_then(|key| object.borrow().properties().get(&key).and_then(|property| property.value().cloned()));
    value.and_then(|value| value.as_object()).is_some_and(|function| is_nodes_function(&function))
}

/// Written in Node's own JavaScript: neither the program's nor the engine's.
fn is_nodes_function(function: &JsObject) -> bool {
    function.function_path().is_some() && !is_program_function(function)
}

/// What an object is, the first of what it holds, and how many more it has.
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
