//! Hidden classes and inline caches: what is new of them goes into the trace.

use std::collections::BTreeMap;

use boa_engine::JsObject;

use super::Tables;
use crate::isolate::Isolate;
use trace::{CacheKind, CacheState, HiddenClass, InlineCache, MapId, StepId, Told};
use v8::shapes::{self, Class, Edge, ElementsKind, Integrity, Key, MapView, ObjectId, PropertyKind, Prototype, SiteKind, SiteState};

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
    maps: Vec<Told<HiddenClass>>,
    caches: Vec<Told<InlineCache>>,
}

impl Shapes {
    /// The news since this was last asked.
    pub(super) fn take(&mut self) -> (Vec<Told<HiddenClass>>, Vec<Told<InlineCache>>) {
        (std::mem::take(&mut self.maps), std::mem::take(&mut self.caches))
    }

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
            let state = match isolate.sites.state(site) {
                SiteState::Uninitialized => continue,
                SiteState::Monomorphic => CacheState::Monomorphic,
                SiteState::Polymorphic(_) => CacheState::Polymorphic,
                SiteState::Megamorphic => CacheState::Megamorphic,
            };
            let known = isolate.sites.maps(site).to_vec();
            let maps = known.iter().filter_map(|map| self.record(isolate, *map, None, step, tables)).collect();
            let kind = if kind == SiteKind::Store { CacheKind::Store } else { CacheKind::Load };
            self.caches.push(Told { step, id: site.0, now: InlineCache { script, offset, kind, state, maps } });
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
            self.maps.push(Told { step, id: known.0, now: recorded.clone() });
        }
    }

    fn record_one(&mut self, view: &MapView, title: Option<&str>, step: StepId, tables: &mut Tables) -> Option<MapId> {
        if self.recorded.len() >= MOST_MAPS {
            return None;
        }
        let parent = view.parent.as_ref().and_then(|(parent, edge)| Some((*self.numbers.get(&parent.0)?, tables.text(&led_by(edge)))));
        let now = HiddenClass {
            parent,
            class: tables.text(&title.map_or_else(|| class(view), ToOwned::to_owned)),
            properties: view.properties.iter().take(MOST_PROPERTIES).map(|(key, ..)| tables.text(&name(key))).collect(),
            elements: tables.text(elements(view.elements)),
            dictionary: view.dictionary,
            deprecated: view.deprecated,
        };
        let id = MapId(u32::try_from(self.recorded.len()).unwrap_or(u32::MAX));
        self.numbers.insert(view.id.0, id);
        self.recorded.push(now.clone());
        self.maps.push(Told { step, id: id.0, now });
        Some(id)
    }
}

fn name(key: &Key) -> String {
    match key {
        Key::Name(name) => name.to_string(),
        Key::Symbol(_) => "[symbol]".to_owned(),
    }
}

/// The words for the step from one hidden class to the next.
fn led_by(edge: &Edge) -> String {
    match edge {
        Edge::Property(key, PropertyKind::Data, _) => format!("+ {}", name(key)),
        Edge::Property(key, PropertyKind::Accessor, _) => format!("+ get/set {}", name(key)),
        Edge::Elements(kind) => elements(*kind).to_owned(),
        Edge::Integrity(Integrity::NonExtensible) => "preventExtensions".to_owned(),
        Edge::Integrity(Integrity::Sealed) => "seal".to_owned(),
        Edge::Integrity(Integrity::Frozen) => "freeze".to_owned(),
        Edge::Prototype(_) => "other prototype".to_owned(),
    }
}

fn class(view: &MapView) -> String {
    let class = match view.class {
        Class::Object => "Object",
        Class::Array => "Array",
        Class::Function => "Function",
        Class::Arguments => "Arguments",
        Class::TypedArray => "TypedArray",
        Class::Other(_) => "built-in",
    };
    match view.prototype {
        Prototype::Null => format!("{class} without prototype"),
        _ => class.to_owned(),
    }
}

/// `ElementsKindToString` (V8 13.6 `src/objects/elements-kind.cc`).
fn elements(kind: ElementsKind) -> &'static str {
    match kind {
        ElementsKind::PackedSmi => "PACKED_SMI_ELEMENTS",
        ElementsKind::HoleySmi => "HOLEY_SMI_ELEMENTS",
        ElementsKind::PackedDouble => "PACKED_DOUBLE_ELEMENTS",
        ElementsKind::HoleyDouble => "HOLEY_DOUBLE_ELEMENTS",
        ElementsKind::Packed => "PACKED_ELEMENTS",
        ElementsKind::Holey => "HOLEY_ELEMENTS",
        ElementsKind::Dictionary => "DICTIONARY_ELEMENTS",
        _ => "",
    }
}
