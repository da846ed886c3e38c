//! Stores, growth and removal of elements, and their change to a dictionary (`src/objects/elements.cc`, `JSObject::AddDataElement`).

use super::elements_kind::ElementsKind;
use super::heap::Shapes;
use super::key::ObjectId;
use super::object::Object;
use super::value::ValueKind;

/// `JSObject::kMaxGap`: so far beyond the backing store an index makes a dictionary.
const MAX_GAP: u32 = 1024;
/// `JSObject::kMaxUncheckedOldFastElementsLength` for what is in the old space, `kMaxUncheckedFastElementsLength` for the young.
const UNCHECKED_LENGTH: u32 = 5000;
/// `kPreferFastElementsSizeFactor` × `NumberDictionary::kEntrySize`.
const DICTIONARY_COST: u32 = 3 * 3;
/// `JSArray::kMaxFastArrayLength`.
pub(super) const MOST_FAST_LENGTH: u32 = 32 * 1024 * 1024;
/// `JSObject::kMinAddedElementsCapacity`.
const ADDED_CAPACITY: u32 = 16;
/// Below this a deletion does not look whether a dictionary were smaller.
const SMALL_STORE: u32 = 64;
/// `kLengthFraction`: every so many deletions look.
const LENGTH_FRACTION: u32 = 16;

/// `JSObject::NewElementsCapacity`.
fn grown(capacity: u32) -> u32 {
    capacity.saturating_add(capacity / 2).saturating_add(ADDED_CAPACITY)
}

/// `HashTable::ComputeCapacity`.
fn dictionary_capacity(entries: u32) -> u32 {
    entries.saturating_add(entries / 2).checked_next_power_of_two().unwrap_or(u32::MAX).max(4)
}

impl Shapes {
    /// `object[index] = value`, where the object has the element or gets it.
    pub fn set_element(&mut self, object: ObjectId, index: u32, value: ValueKind) {
        let Some((kind, has)) = self.elements_of(object).map(|(kind, found)| (kind, found.present.contains(index))) else { return };
        match kind {
            _ if has && kind.is_fast() => self.generalize_elements(object, value.elements_kind()),
            ElementsKind::Dictionary => self.add_to_dictionary(object, index, value),
            _ if kind.is_fast() => self.add_fast(object, index, value),
            // A closed object gets no new element, and a typed array has a fixed kind.
            _ => {}
        }
    }

    pub(super) fn elements_of(&self, object: ObjectId) -> Option<(ElementsKind, &Object)> {
        self.objects.get(object).map(|found| (self.map(found.map).elements, found))
    }

    fn add_fast(&mut self, object: ObjectId, index: u32, value: ValueKind) {
        let Some((kind, found)) = self.elements_of(object) else { return };
        let Some(capacity) = capacity_for(found, index) else {
            self.elements_become_dictionary(object);
            return self.add_to_dictionary(object, index, value);
        };
        let beyond = found.length.is_none_or(|length| index > length);
        let wanted = value.elements_kind();
        self.generalize_elements(object, if beyond || kind.is_holey() { wanted.holey() } else { wanted });
        if let Some(found) = self.objects.get_mut(object) {
            found.capacity = capacity;
            found.present.insert(index);
            found.length = found.length.map(|length| length.max(index.saturating_add(1)));
        }
    }

    /// `JSObject::TransitionElementsKind` to the least general kind that holds what there is and this too.
    pub(super) fn generalize_elements(&mut self, object: ObjectId, other: ElementsKind) {
        let Some((kind, found)) = self.elements_of(object) else { return };
        let (to, map, memento) = (kind.join(other), found.map, found.memento);
        if to == kind {
            return;
        }
        let map = self.with_elements(map, to);
        self.migrate(object, map);
        if let Some(site) = memento {
            self.site_learns(site, to);
        }
    }

    /// `JSObject::NormalizeElements`.
    pub(super) fn elements_become_dictionary(&mut self, object: ObjectId) {
        let Some((kind, found)) = self.elements_of(object) else { return };
        let map = found.map;
        if kind != ElementsKind::Dictionary {
            let map = self.with_elements(map, ElementsKind::Dictionary);
            self.migrate(object, map);
        }
        if let Some(found) = self.objects.get_mut(object) {
            found.capacity = dictionary_capacity(found.present.count());
            found.would_be = if kind.is_fast() { kind.packed() } else { ElementsKind::Packed };
        }
    }

    fn add_to_dictionary(&mut self, object: ObjectId, index: u32, value: ValueKind) {
        if let Some(fast) = self.objects.get(object).and_then(|found| fast_capacity(found, index)) {
            self.elements_become_fast(object, fast);
            return self.add_fast(object, index, value);
        }
        let Some(found) = self.objects.get_mut(object) else { return };
        found.would_be = found.would_be.join(value.elements_kind());
        found.present.insert(index);
        let count = found.present.count();
        if count.saturating_add(count / 2) > found.capacity {
            found.capacity = dictionary_capacity(count);
        }
        found.length = found.length.map(|length| length.max(index.saturating_add(1)));
    }

    /// `BestFittingFastElementsKind`: holey, and for what is no array of anything.
    fn elements_become_fast(&mut self, object: ObjectId, capacity: u32) {
        let Some(found) = self.objects.get(object) else { return };
        let kind = if found.length.is_some() { found.would_be.holey() } else { ElementsKind::Holey };
        let map = self.with_elements(found.map, kind);
        self.migrate(object, map);
        if let Some(found) = self.objects.get_mut(object) {
            found.capacity = capacity;
        }
    }

    /// `delete object[index]`, where it succeeds.
    pub fn delete_element(&mut self, object: ObjectId, index: u32) {
        let Some((kind, found)) = self.elements_of(object) else { return };
        if !found.present.contains(index) {
            return;
        }
        if kind.is_fast() {
            self.generalize_elements(object, kind.holey());
        } else if !matches!(kind, ElementsKind::Dictionary | ElementsKind::TypedArray) {
            self.elements_become_dictionary(object);
        }
        if let Some(found) = self.objects.get_mut(object) {
            found.present.remove(index);
        }
        if kind.is_fast() {
            self.reconsider_after_deletion(object);
        }
    }

    /// `FastElementsAccessor::DeleteCommon`: now and then looks whether a dictionary would be much smaller.
    fn reconsider_after_deletion(&mut self, object: ObjectId) {
        let Some(found) = self.objects.get(object) else { return };
        if found.capacity < SMALL_STORE {
            return;
        }
        let length = found.length.unwrap_or(found.capacity);
        if length / LENGTH_FRACTION > self.elements_deletions {
            self.elements_deletions += 1;
            return;
        }
        self.elements_deletions = 0;
        let cost = DICTIONARY_COST.saturating_mul(dictionary_capacity(found.present.count()));
        if cost <= found.capacity {
            self.elements_become_dictionary(object);
        }
    }
}

/// `JSObject::ShouldConvertToSlowElements`: the capacity with which the elements stay fast, if they do.
fn capacity_for(found: &Object, index: u32) -> Option<u32> {
    if index < found.capacity {
        return Some(found.capacity);
    }
    if index - found.capacity >= MAX_GAP {
        return None;
    }
    let capacity = grown(index.saturating_add(1));
    let cost = DICTIONARY_COST.saturating_mul(dictionary_capacity(found.present.count()));
    (capacity <= UNCHECKED_LENGTH || cost > capacity).then_some(capacity)
}

/// `ShouldConvertToFastElements`: the capacity, if the dictionary saves less than half of the room.
fn fast_capacity(found: &Object, index: u32) -> Option<u32> {
    let end = found.length.unwrap_or(found.present.end());
    let capacity = end.max(index.saturating_add(1));
    let size = found.capacity.saturating_mul(3);
    (i32::try_from(capacity).is_ok() && size.saturating_mul(2) >= capacity).then_some(capacity)
}

/// The part that `length = n` leaves of the backing store (`FastElementsAccessor::SetLengthImpl`).
pub(super) fn capacity_after(capacity: u32, old: u32, length: u32) -> u32 {
    if length == 0 {
        0
    } else if length > capacity {
        length.max(grown(capacity))
    } else if length.saturating_mul(2).saturating_add(ADDED_CAPACITY) <= capacity {
        if length + 1 == old { capacity.midpoint(length) } else { length }
    } else {
        capacity
    }
}

pub(super) fn grown_to_hold(capacity: u32, length: u32) -> u32 {
    if length <= capacity { capacity } else { grown(length) }
}
