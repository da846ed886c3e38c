//! The places where the program's code uses objects.

use std::rc::Rc;

use boa_engine::JsObject;
use boa_engine::property::PropertyKey;
use boa_engine::vm::observation::{self, Access as Use};

use super::{Isolate, Place, kind, texts};
use crate::probe::Position;
use crate::source::Source;
use trace::ByteOffset;
use v8::shapes::{Access, ObjectId, SiteId, SiteKind};

/// A place that stands nowhere in a text counts down from here, so that it differs from all others.
const NOWHERE: u32 = u32::MAX;

impl Isolate {
    /// The place in the author's text of a place in the code that runs.
    pub(super) fn place(&mut self, at: observation::Place<'_>) -> Place {
        let id = at.id();
        if let Some(known) = self.places.get(&id) {
            return known.clone();
        }
        let path: Rc<str> = at.path().map(|path| path.to_string_lossy().into()).unwrap_or_default();
        let text = self.text(&path);
        let offset = at.position().and_then(|(line, column)| self.in_source(&path, |source| source.offset_at(Position::new(line, column))));
        let offset = offset.map_or(NOWHERE - id.1, |ByteOffset(at)| at);
        let literal = text.and_then(|text| text.literals.get(&offset).cloned());
        let next = SiteId(u32::try_from(self.sites_by_text.len()).unwrap_or(0));
        let site = *self.sites_by_text.entry((path.clone(), offset)).or_insert(next);
        if site == next {
            self.site_texts.push((path, offset));
        }
        let place = Place { literal, site, last: None };
        self.places.insert(id, place.clone());
        place
    }

    /// Asks the text that was compiled under this path, if there is one.
    pub(super) fn in_source<T>(&self, path: &str, question: impl FnOnce(&Source) -> Option<T>) -> Option<T> {
        question(self.host.upgrade()?.scripts.borrow().get(path)?)
    }

    pub(super) fn text(&mut self, path: &Rc<str>) -> Option<Rc<texts::Text>> {
        if let Some(known) = self.texts.get(path) {
            return Some(known.clone());
        }
        let source = self.in_source(path, |source| Some(source.text().clone()))?;
        let text = Rc::new(texts::Text::of(&source));
        self.intern(&text);
        self.texts.insert(path.clone(), text.clone());
        Some(text)
    }

    pub(super) fn accessing(&mut self, at: observation::Place<'_>, object: &JsObject, access: &Use<'_>) {
        self.stored(None);
        self.keyed = None;
        if object.is_proxy() {
            return;
        }
        let number = self.number(object);
        let id = ObjectId(number);
        self.using(at, object, number, access);
        let feedback = self.has_feedback(at.id().0);
        if feedback && matches!(access, Use::Load(_) | Use::LoadKeyed(PropertyKey::Index(_))) {
            let map = self.shapes.map_of(id);
            if map.is_some() && self.places.get(&at.id()).is_some_and(|place| place.last == map) {
                return;
            }
        }
        let (site_kind, access) = match access {
            Use::DefineKeyed(_) => {
                self.keyed = Some(number);
                return;
            }
            Use::Load(_) | Use::LoadKeyed(_) => {
                if feedback {
                    self.shapes.prototypes_are_used(id);
                }
                let Some(map) = self.shapes.before_load(id) else { return };
                let access = match access {
                    Use::LoadKeyed(PropertyKey::Index(_)) => Access::Element { before: map, after: map },
                    Use::LoadKeyed(key) => Access::Keyed(self.key(key), map),
                    _ => Access::Named(map),
                };
                (SiteKind::Load, access)
            }
            Use::StoreKeyed(PropertyKey::Index(_), _) => {
                if feedback {
                    self.shapes.prototypes_above_are_used(id);
                }
                let Some(map) = self.shapes.before_load(id) else { return };
                if feedback {
                    let site = self.place(at).site;
                    self.storing = Some((site, id, map));
                }
                return;
            }
            Use::Store(key, value) | Use::StoreKeyed(key, value) => {
                let named = self.key(key);
                let Some(map) = self.shapes.before_store(id, &named, kind(value), feedback) else { return };
                if matches!(access, Use::StoreKeyed(..)) {
                    self.keyed = Some(number);
                    (SiteKind::Store, Access::Keyed(named, map))
                } else {
                    (SiteKind::Store, Access::Named(map))
                }
            }
        };
        if feedback {
            let site = self.place(at).site;
            if site_kind == SiteKind::Load
                && let Some(place) = self.places.get_mut(&at.id())
            {
                place.last = self.shapes.map_of(id);
            }
            self.use_site(site, site_kind, &access, number);
        }
    }

    /// An element's store is over; `object`: the element went there.
    pub(super) fn stored(&mut self, object: Option<ObjectId>) {
        let Some((site, id, before)) = self.storing.take_if(|(_, id, _)| object.is_none_or(|object| object == *id)) else { return };
        let after = self.shapes.map_of(id).unwrap_or(before);
        self.use_site(site, SiteKind::Store, &Access::Element { before, after }, id.0);
    }

    /// A site uses an object. A site that only ever sees objects of Node's own is no news.
    fn use_site(&mut self, site: SiteId, kind: SiteKind, access: &Access, object: u32) {
        let before = (self.sites.state(site), self.sites.maps(site).len());
        self.sites.access(&self.shapes, site, kind, access);
        let is_news = before != (self.sites.state(site), self.sites.maps(site).len());
        let foreign = self.objects.get(object as usize).is_some_and(|known| known.foreign);
        if is_news && !foreign && !self.news.iter().any(|(known, _)| *known == site) {
            self.news.push((site, kind));
        }
    }

    /// The inline caches that have seen something new since this was last asked: each with its file and its place there, in bytes.
    pub(crate) fn take_news(&mut self) -> Vec<(SiteId, SiteKind, Rc<str>, u32)> {
        let news = std::mem::take(&mut self.news);
        news.into_iter()
            // What stands nowhere in a text has a number from the far end.
            .filter_map(|(site, kind)| self.site_texts.get(site.0 as usize).map(|(path, offset)| (site, kind, path.clone(), *offset)))
            .filter(|(.., offset)| *offset < NOWHERE / 2)
            .collect()
    }
}
