//! `Object.preventExtensions`, `seal` and `freeze` (`JSObject::PreventExtensionsWithTransition`, `Map::CopyForPreventExtensions`).

use super::descriptor::Descriptor;
use super::elements_kind::ElementsKind;
use super::heap::Shapes;
use super::key::{MapId, ObjectId};
use super::map::Edge;

/// The degree to which an object is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Integrity {
    /// `Object.preventExtensions`.
    NonExtensible,
    /// `Object.seal`.
    Sealed,
    /// `Object.freeze`.
    Frozen,
}

impl Shapes {
    /// `Object.preventExtensions`, `Object.seal` or `Object.freeze`.
    pub fn close(&mut self, object: ObjectId, level: Integrity) {
        let Some(map) = self.current(object) else { return };
        if self.is_closed(object, map, level) {
            return;
        }
        let map = self.with_elements(map, tagged(self.map(map).elements));
        let to = if self.can_have_more_transitions(map) || self.map(map).transition(&Edge::Integrity(level)).is_some() {
            self.with_integrity(map, level)
        } else {
            let slow = if self.map(map).dictionary { map } else { self.normalize(map) };
            let new = self.closed_copy(slow, level);
            if self.map(new).elements != ElementsKind::TypedArray {
                self.maps[new.index()].elements = ElementsKind::Dictionary;
            }
            new
        };
        self.migrate(object, to);
        self.restrict_slow(object, level);
        if self.map(to).elements == ElementsKind::Dictionary {
            self.elements_become_dictionary(object);
        }
    }

    /// `JSReceiver::TestIntegrityLevel`: whether closing would change nothing.
    fn is_closed(&self, object: ObjectId, map: MapId, level: Integrity) -> bool {
        let here = self.map(map);
        let own = || match self.slow.get(&object) {
            Some(slow) => slow.in_order(),
            None => self.own_descriptors(map).to_vec(),
        };
        !here.extensible
            && (level == Integrity::NonExtensible
                || (closed(here.elements, level) == here.elements && own().iter().all(|one| restricted(one, level) == *one)))
    }

    fn restrict_slow(&mut self, object: ObjectId, level: Integrity) {
        if let Some(slow) = self.slow.get_mut(&object) {
            for descriptor in slow.in_order() {
                slow.put(restricted(&descriptor, level));
            }
        }
    }

    /// The map one integrity level on, by the transition where there is one.
    pub(super) fn with_integrity(&mut self, map: MapId, level: Integrity) -> MapId {
        let edge = Edge::Integrity(level);
        if let Some(found) = self.map(map).transition(&edge) {
            return found;
        }
        let new = self.closed_copy(map, level);
        self.link(map, edge, new);
        new
    }

    fn closed_copy(&mut self, map: MapId, level: Integrity) -> MapId {
        let new = self.copy_to_link(map);
        self.maps[new.index()].drawn_from = Some((map, Edge::Integrity(level)));
        let descriptors: Vec<Descriptor> = self.own_descriptors(map).iter().map(|descriptor| restricted(descriptor, level)).collect();
        let descriptors = self.new_descriptors(descriptors);
        let copy = &mut self.maps[new.index()];
        (copy.descriptors, copy.extensible, copy.elements) = (descriptors, false, closed(copy.elements, level));
        new
    }
}

fn restricted(descriptor: &Descriptor, level: Integrity) -> Descriptor {
    descriptor.restricted(level < Integrity::Frozen, level < Integrity::Sealed)
}

fn tagged(kind: ElementsKind) -> ElementsKind {
    match kind {
        ElementsKind::PackedSmi | ElementsKind::PackedDouble => ElementsKind::Packed,
        ElementsKind::HoleySmi | ElementsKind::HoleyDouble => ElementsKind::Holey,
        other => other,
    }
}

fn closed(kind: ElementsKind, level: Integrity) -> ElementsKind {
    use ElementsKind::{
        Dictionary, Holey, HoleyFrozen, HoleyNonextensible, HoleySealed, Packed, PackedFrozen, PackedNonextensible, PackedSealed, TypedArray,
    };
    let packed = match kind {
        Packed | PackedNonextensible | PackedSealed | PackedFrozen => true,
        Holey | HoleyNonextensible | HoleySealed | HoleyFrozen => false,
        TypedArray => return TypedArray,
        _ => return Dictionary,
    };
    let done = match kind {
        PackedSealed | HoleySealed => Integrity::Sealed,
        PackedFrozen | HoleyFrozen => Integrity::Frozen,
        _ => Integrity::NonExtensible,
    };
    match (packed, level.max(done)) {
        (true, Integrity::NonExtensible) => PackedNonextensible,
        (true, Integrity::Sealed) => PackedSealed,
        (true, Integrity::Frozen) => PackedFrozen,
        (false, Integrity::NonExtensible) => HoleyNonextensible,
        (false, Integrity::Sealed) => HoleySealed,
        (false, Integrity::Frozen) => HoleyFrozen,
    }
}
