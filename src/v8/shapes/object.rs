//! The model's record of one object: its map, and the form of its elements.

use std::collections::BTreeMap;

use super::elements_kind::ElementsKind;
use super::key::{AllocationSite, MapId};

/// The syntax by which a property is stored: keyed stores make an object a dictionary far sooner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreOrigin {
    /// `o.x = 1`, a literal, a class field, `Object.defineProperty`.
    Named,
    /// `o[k] = 1`.
    Keyed,
}

/// The indices that hold a value, as ranges `start..end`.
#[derive(Clone, Debug, Default)]
pub(super) struct Present(BTreeMap<u32, u32>);

impl Present {
    pub(super) fn up_to(end: u32) -> Self {
        let mut present = Self::default();
        if end > 0 {
            present.0.insert(0, end);
        }
        present
    }

    pub(super) fn contains(&self, index: u32) -> bool {
        self.0.range(..=index).next_back().is_some_and(|(_, end)| index < *end)
    }

    pub(super) fn count(&self) -> u32 {
        self.0.iter().map(|(start, end)| end - start).sum()
    }

    /// The greatest index that holds a value, plus one.
    pub(super) fn end(&self) -> u32 {
        self.0.last_key_value().map_or(0, |(_, end)| *end)
    }

    pub(super) fn insert(&mut self, index: u32) {
        if self.contains(index) || index == u32::MAX {
            return;
        }
        let end = self.0.remove(&(index + 1)).unwrap_or(index + 1);
        match self.0.range_mut(..=index).next_back() {
            Some((_, before)) if *before == index => *before = end,
            _ => {
                self.0.insert(index, end);
            }
        }
    }

    pub(super) fn remove(&mut self, index: u32) {
        let Some((&start, &end)) = self.0.range(..=index).next_back() else { return };
        if index >= end {
            return;
        }
        self.0.remove(&start);
        if start < index {
            self.0.insert(start, index);
        }
        if index + 1 < end {
            self.0.insert(index + 1, end);
        }
    }

    /// Removes `deleted` indices from `start` on and puts `inserted` ones in their place; those behind move.
    pub(super) fn splice(&mut self, start: u32, deleted: u32, inserted: u32) {
        let behind = start.saturating_add(deleted);
        let moved = |index: u32| (index - behind).saturating_add(start).saturating_add(inserted);
        let tail: Vec<(u32, u32)> =
            self.0.iter().filter(|(_, end)| **end > behind).map(|(begin, end)| (moved((*begin).max(behind)), moved(*end))).collect();
        self.truncate(start);
        for (begin, end) in std::iter::once((start, start.saturating_add(inserted))).chain(tail) {
            self.append(begin, end);
        }
    }

    fn append(&mut self, begin: u32, end: u32) {
        match self.0.last_entry() {
            Some(mut last) if *last.get() == begin => *last.get_mut() = end,
            _ if begin < end => {
                self.0.insert(begin, end);
            }
            _ => {}
        }
    }

    pub(super) fn truncate(&mut self, length: u32) {
        self.0.split_off(&length);
        if let Some(mut last) = self.0.last_entry() {
            let end = (*last.get()).min(length);
            *last.get_mut() = end;
        }
    }
}

#[derive(Clone, Debug)]
pub(super) struct Object {
    pub map: MapId,
    /// The `length` of an array; `None` for any other object.
    pub length: Option<u32>,
    /// Slots of the elements' backing store; in dictionary mode, entries of the hash table.
    pub capacity: u32,
    pub present: Present,
    /// In dictionary mode the least general kind that would hold the values that were stored.
    pub would_be: ElementsKind,
    /// The site of the memento behind the object, if there is one: the site learns of the kinds that the elements become.
    pub memento: Option<AllocationSite>,
}

impl Object {
    pub(super) fn plain(map: MapId) -> Self {
        Self { map, length: None, capacity: 0, present: Present::default(), would_be: ElementsKind::PackedSmi, memento: None }
    }

    pub(super) fn array(map: MapId, length: u32, capacity: u32, present: Present) -> Self {
        Self { length: Some(length), capacity, present, ..Self::plain(map) }
    }
}

#[cfg(test)]
mod tests {
    use super::Present;

    #[test]
    fn ranges_join_and_split() {
        let mut present = Present::up_to(3);
        present.insert(4);
        assert_eq!((present.count(), present.end()), (4, 5));
        present.insert(3);
        assert_eq!(present.0.len(), 1);
        present.remove(1);
        assert_eq!((present.count(), present.contains(1), present.contains(2)), (4, false, true));
        present.truncate(3);
        assert_eq!((present.count(), present.end()), (2, 3));
    }
}
