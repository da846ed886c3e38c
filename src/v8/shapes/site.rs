//! Inline-cache sites (`src/ic/ic.cc`: `UpdatePolymorphicIC`, `UpdateLoadElement`, `UpdateStoreElement`).
//!
//! A site learns only once its function has a feedback vector; until then the caller leaves it alone.

use std::collections::BTreeMap;

use trace::{CacheKind, CacheState};

use super::heap::Shapes;
use super::key::{FunctionId, Key, MapId, SiteId};
use super::map::Edge;

/// `--max-valid-polymorphic-map-count`.
const MOST_MAPS: usize = 4;

/// The operation of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteKind {
    /// `o.x`, `o[k]`.
    Load,
    /// `o.x = 1`, `o[k] = 1`.
    Store,
    /// `f()`.
    Call,
}

impl SiteKind {
    /// The kind of the site's inline cache.
    #[must_use]
    pub fn cache(self) -> CacheKind {
        match self {
            Self::Store => CacheKind::Store,
            Self::Load | Self::Call => CacheKind::Load,
        }
    }
}

/// One use of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// By a name in the text: the map when the access begins, before a store's transition.
    Named(MapId),
    /// By a computed key that is no index.
    Keyed(Key, MapId),
    /// By an index: the map before and after.
    Element {
        /// Before.
        before: MapId,
        /// After: another, if the store changed the elements' kind.
        after: MapId,
    },
    /// A call of this function.
    Call(FunctionId),
}

/// The state of a site's inline cache. `--log-ic` writes the four as `0`, `1`, `P` and `N`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SiteState {
    /// Nothing.
    #[default]
    Uninitialized,
    /// One map.
    Monomorphic,
    /// Two to four maps: their number.
    Polymorphic(u8),
    /// Too many: the site looks in the cache that all such sites share.
    Megamorphic,
}

impl SiteState {
    /// The state in the trace, which has no cache for a site that has seen nothing.
    #[must_use]
    pub fn cache(self) -> Option<CacheState> {
        match self {
            Self::Uninitialized => None,
            Self::Monomorphic => Some(CacheState::Monomorphic),
            Self::Polymorphic(_) => Some(CacheState::Polymorphic),
            Self::Megamorphic => Some(CacheState::Megamorphic),
        }
    }

    /// The letter of `--log-ic`.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Uninitialized => '0',
            Self::Monomorphic => '1',
            Self::Polymorphic(_) => 'P',
            Self::Megamorphic => 'N',
        }
    }
}

/// The kind of key of a keyed site.
#[derive(Clone, Debug, PartialEq, Eq)]
enum By {
    Name,
    Key(Key),
    Index,
    Callee(FunctionId),
}

#[derive(Clone, Debug)]
struct Site {
    by: By,
    maps: Vec<MapId>,
    megamorphic: bool,
}

/// All sites of one isolate.
#[derive(Clone, Debug, Default)]
pub struct Sites {
    sites: BTreeMap<SiteId, Site>,
}

impl Sites {
    /// The state of the site so far.
    pub fn state(&self, site: SiteId) -> SiteState {
        self.sites.get(&site).map_or(SiteState::Uninitialized, Site::state)
    }

    /// The maps that the site knows, in the order in which it met them.
    #[must_use]
    pub fn maps(&self, site: SiteId) -> &[MapId] {
        self.sites.get(&site).map_or(&[], |found| &found.maps)
    }

    /// Uses the site; a deprecated map must have been replaced (`Shapes::before_load`) before. The state from then on.
    pub fn access(&mut self, shapes: &Shapes, site: SiteId, kind: SiteKind, access: &Access) -> SiteState {
        let by = by(access);
        let found = self.sites.entry(site).or_insert_with(|| Site { by: by.clone(), maps: Vec::new(), megamorphic: false });
        if matches!((&found.by, &by), (By::Key(_), By::Index)) {
            found.by = By::Index;
        }
        if found.by == by {
            found.see(shapes, kind, access);
        } else {
            found.become_megamorphic();
        }
        found.state()
    }
}

fn by(access: &Access) -> By {
    match access {
        Access::Named(_) => By::Name,
        Access::Keyed(key, _) => By::Key(key.clone()),
        Access::Element { .. } => By::Index,
        Access::Call(function) => By::Callee(*function),
    }
}

impl Site {
    fn state(&self) -> SiteState {
        match (self.megamorphic, self.maps.len(), &self.by) {
            (true, _, _) => SiteState::Megamorphic,
            (false, 0, By::Callee(_)) | (false, 1, _) => SiteState::Monomorphic,
            (false, 0, _) => SiteState::Uninitialized,
            (false, count, _) => SiteState::Polymorphic(u8::try_from(count).unwrap_or(u8::MAX)),
        }
    }

    fn see(&mut self, shapes: &Shapes, kind: SiteKind, access: &Access) {
        match access {
            _ if self.megamorphic => {}
            Access::Named(map) | Access::Keyed(_, map) => self.see_named(shapes, *map),
            Access::Element { before, after } => self.see_element(shapes, kind, *before, *after),
            Access::Call(_) => {}
        }
    }

    /// `IC::UpdatePolymorphicIC`: deprecated maps make room, and a map whose elements have become this one's is replaced.
    fn see_named(&mut self, shapes: &Shapes, map: MapId) {
        if self.maps.contains(&map) {
            return;
        }
        self.maps.retain(|known| !shapes.map(*known).deprecated);
        if let Some(older) = self.maps.iter_mut().find(|known| is_elements_transition(shapes, **known, map)) {
            *older = map;
            return;
        }
        self.add(map);
    }

    fn see_element(&mut self, shapes: &Shapes, kind: SiteKind, before: MapId, after: MapId) {
        if self.maps.contains(&before) && before == after {
            return;
        }
        if let [only] = self.maps[..] {
            let stays = match kind {
                SiteKind::Load | SiteKind::Call => shapes.map(only).elements.leads_to(shapes.map(before).elements),
                SiteKind::Store => only == before && is_elements_transition(shapes, before, after) || is_elements_transition(shapes, only, after),
            };
            if stays {
                self.maps = vec![after];
                return;
            }
        }
        self.add(before);
        if is_elements_transition(shapes, before, after) {
            self.add(after);
        }
    }

    fn add(&mut self, map: MapId) {
        if self.megamorphic || self.maps.contains(&map) {
            return;
        }
        if self.maps.len() >= MOST_MAPS {
            return self.become_megamorphic();
        }
        self.maps.push(map);
    }

    fn become_megamorphic(&mut self) {
        self.megamorphic = true;
        self.maps.clear();
    }
}

/// `IC::IsTransitionOfMonomorphicTarget`: the same object shape with more general elements.
fn is_elements_transition(shapes: &Shapes, from: MapId, to: MapId) -> bool {
    let wanted = shapes.map(to).elements;
    let moved = shapes.map(shapes.map(from).root).origin.is_some();
    if moved || !shapes.map(from).elements.leads_to(wanted) {
        return false;
    }
    let mut next = from;
    while let Some((_, step)) = shapes.map(next).transitions.iter().find(|(edge, _)| matches!(edge, Edge::Elements(_))) {
        if *step == to {
            return true;
        }
        next = *step;
    }
    false
}
