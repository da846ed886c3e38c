//! Hidden classes and inline caches: what is new of them goes into the trace.

use std::collections::BTreeMap;

use boa_engine::JsObject;

use super::Tables;
use crate::isolate::Isolate;
use trace::{HiddenClass, History, InlineCache, MapId, Recorded, StepId};
use v8::shapes::{self, MapView, ObjectId};

/// The most hidden classes that are recorded of a run.
const MOST_MAPS: usize = 4_000;
/// The most properties that are recorded of one of them.
const MOST_PROPERTIES: usize = 12;

/// The hidden classes and inline caches of one run, as they were recorded.
#[derive(Default)]
pub(super) struct Shapes {
    /// The model's numbers of hidden classes that were recorded, and ours.
    numbers: BTreeMap<u32, MapId>,
    /// The hidden classes as they were last recorded, by [`MapId`].
    recorded: Vec<HiddenClass>,
    pub(super) classes: History<HiddenClass>,
    pub(super) caches: History<InlineCache>,
}

impl Shapes {
    /// The hidden class of an object; a new one is recorded.
    pub(super) fn look_at(&mut self, isolate: &mut Isolate, object: &JsObject, title: &str, step: StepId, tables: &mut Tables) -> Option<MapId> {
        let number = isolate.number(object);
        let map = isolate.shapes.map_of(ObjectId(number))?;
        let title = title.split_once('(').map_or(title, |(title, _)| title);
        self.record(isolate, map, Some(title), step, tables)
    }

    /// The inline caches that have seen something new.
    pub(super) fn look_at_caches(&mut self, isolate: &mut Isolate, step: StepId, tables: &mut Tables) {
        for (site, kind, path, offset) in isolate.take_news() {
            let Some(script) = tables.script_of(&path) else { continue };
            let Some(state) = isolate.sites.state(site).cache() else { continue };
            let known = isolate.sites.maps(site).to_vec();
            let maps = known.iter().filter_map(|map| self.record(isolate, *map, None, step, tables)).collect();
            self.caches.push(Recorded { step, id: site.0, now: InlineCache { script, offset, kind: kind.cache(), state, maps } });
        }
    }

    /// A hidden class, and before it those that it came from; `title`: the class of an object that has it. `None` where too many were recorded already.
    fn record(&mut self, isolate: &Isolate, map: shapes::MapId, title: Option<&str>, step: StepId, tables: &mut Tables) -> Option<MapId> {
        if let Some(known) = self.numbers.get(&map.0).copied() {
            self.keep_true(isolate, map, known, step);
            return Some(known);
        }
        let mut line = vec![isolate.shapes.view(map)];
        while let Some((parent, _)) = line.last().and_then(|map| map.parent.clone()).filter(|(parent, _)| !self.numbers.contains_key(&parent.0)) {
            line.push(isolate.shapes.view(parent));
        }
        line.into_iter().rev().map(|view| self.record_one(&view, title, step, tables)).last().flatten()
    }

    /// A hidden class that was recorded may have been replaced since.
    fn keep_true(&mut self, isolate: &Isolate, map: shapes::MapId, known: MapId, step: StepId) {
        let deprecated = isolate.shapes.is_map_deprecated(map);
        if let Some(recorded) = self.recorded.get_mut(known.index()).filter(|recorded| recorded.deprecated != deprecated) {
            recorded.deprecated = deprecated;
            self.classes.push(Recorded { step, id: known.0, now: recorded.clone() });
        }
    }

    fn record_one(&mut self, view: &MapView, title: Option<&str>, step: StepId, tables: &mut Tables) -> Option<MapId> {
        if self.recorded.len() >= MOST_MAPS {
            return None;
        }
        let parent = view.parent.as_ref().and_then(|(parent, edge)| Some((*self.numbers.get(&parent.0)?, tables.text(&edge.to_string()))));
        let now = HiddenClass {
            parent,
            class: tables.text(&title.map_or_else(|| view.class_name(), ToOwned::to_owned)),
            properties: view.properties.iter().take(MOST_PROPERTIES).map(|(key, ..)| tables.text(&key.to_string())).collect(),
            elements: tables.text(view.elements.name()),
            dictionary: view.dictionary,
            deprecated: view.deprecated,
        };
        let id = MapId(u32::try_from(self.recorded.len()).unwrap_or(u32::MAX));
        self.numbers.insert(view.id.0, id);
        self.recorded.push(now.clone());
        self.classes.push(Recorded { step, id: id.0, now });
        Some(id)
    }
}
