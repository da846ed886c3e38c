//! Arrays: their births, and the effects of `length` and of the methods that move elements (`src/runtime/runtime-array.cc`,
//! `src/builtins/array-*.tq`).

use trace::Profile;

use super::elements::{MOST_FAST_LENGTH, capacity_after, grown_to_hold};
use super::elements_kind::ElementsKind;
use super::heap::Shapes;
use super::key::{AllocationSite, MapId, ObjectId};
use super::object::{Object, Present};
use super::prototypes::Prototype;
use super::roots::{Class, Root};
use super::value::ValueKind;

/// The expression or call that makes an array. A `site` is given once the function around it has feedback: its arrays then learn from one another.
#[derive(Clone, Copy, Debug)]
pub enum ArrayBirth<'a> {
    /// `[1, , x]`: every element's kind, `None` for a hole.
    Literal {
        /// The place in the program.
        site: Option<AllocationSite>,
        /// The elements.
        elements: &'a [Option<ValueKind>],
    },
    /// `new Array(n)`, or `new Array()` without a length.
    OfLength {
        /// The place in the program.
        site: Option<AllocationSite>,
        /// The length `n`.
        length: Option<u32>,
    },
    /// As general as its elements: `map`, `filter`, `concat`, `with`, `JSON.parse`, `Array.from`, `Array.of`, `new Array(1, 2)`.
    Fitting(&'a [Option<ValueKind>]),
    /// Of the kind of another: `slice`, `[...array]`, and the array that `splice` takes out. That one is reported after the splice: it has the
    /// kind that the inserted elements have made.
    Like {
        /// The other array.
        source: ObjectId,
        /// The number of elements.
        length: u32,
    },
    /// For any value, whatever is in it: rest parameters, `Object.keys`, `split`.
    Objects {
        /// The number of elements.
        length: u32,
    },
}

/// `JSArray::kPreallocatedArrayElements`.
const PREALLOCATED: u32 = 4;

impl Shapes {
    /// Makes an array.
    pub fn array(&mut self, object: ObjectId, birth: ArrayBirth<'_>) {
        self.array_of_class(object, birth, Prototype::Intrinsic(Class::Array));
    }

    /// Makes an array with another prototype, of a class that extends `Array`.
    pub fn array_of_class(&mut self, object: ObjectId, birth: ArrayBirth<'_>, prototype: Prototype) {
        self.becomes_prototype_of_something(prototype);
        let root = self.root(Root::Array(prototype));
        let born = match birth {
            ArrayBirth::Literal { site, elements } => self.array_literal(root, site, elements),
            ArrayBirth::OfLength { site, length } => self.array_of_length(root, site, length),
            ArrayBirth::Fitting(elements) => self.array_holding(root, fitting(elements), elements),
            ArrayBirth::Like { source, length } => {
                let kind = self.elements_kind(source).filter(|kind| kind.is_fast()).unwrap_or(ElementsKind::Packed);
                self.packed_array(root, kind, length)
            }
            ArrayBirth::Objects { length } => self.packed_array(root, ElementsKind::Packed, length),
        };
        self.born(object, born);
    }

    fn array_map(&mut self, root: MapId, kind: ElementsKind) -> MapId {
        self.as_elements_kind(root, kind)
    }

    fn packed_array(&mut self, root: MapId, kind: ElementsKind, length: u32) -> Object {
        Object::array(self.array_map(root, kind), length, length, Present::up_to(length))
    }

    fn array_holding(&mut self, root: MapId, kind: ElementsKind, elements: &[Option<ValueKind>]) -> Object {
        let length = u32::try_from(elements.len()).unwrap_or(u32::MAX);
        let mut born = self.packed_array(root, kind, length);
        for (index, element) in (0..length).zip(elements) {
            if element.is_none() {
                born.present.remove(index);
            }
        }
        born
    }

    fn array_literal(&mut self, root: MapId, site: Option<AllocationSite>, elements: &[Option<ValueKind>]) -> Object {
        let kind = self.learnt(site, fitting(elements));
        let mut born = self.array_holding(root, kind, elements);
        born.memento = site;
        born
    }

    fn array_of_length(&mut self, root: MapId, site: Option<AllocationSite>, given: Option<u32>) -> Object {
        let length = given.unwrap_or(0);
        if length > MOST_FAST_LENGTH {
            let map = self.as_elements_kind(root, ElementsKind::Dictionary);
            return Object::array(map, length, 4, Present::default());
        }
        let kind = self.learnt(site, if given.is_none() { ElementsKind::PackedSmi } else { ElementsKind::HoleySmi });
        // `AllocationSite::ShouldTrack`: a site learns nothing more from a constructor's arrays once they are born with doubles.
        let memento = site.filter(|_| kind.is_smi());
        let map = self.array_map(root, kind);
        Object { memento, ..Object::array(map, length, if length == 0 { PREALLOCATED } else { length }, Present::default()) }
    }

    /// The kind that an array of this site is born with. The site remembers the kind that this array needs.
    fn learnt(&mut self, site: Option<AllocationSite>, kind: ElementsKind) -> ElementsKind {
        let Some(site) = site else { return kind };
        let known = self.sites.entry(site).or_insert(kind);
        *known = known.join(kind);
        *known
    }

    /// `AllocationSite::DigestTransitionFeedback`.
    pub(super) fn site_learns(&mut self, site: AllocationSite, kind: ElementsKind) {
        if let Some(known) = self.sites.get_mut(&site) {
            *known = known.join(kind);
        }
    }

    /// `array.length = length`, tried: a sealed array keeps its elements, but in a dictionary.
    pub fn set_length(&mut self, object: ObjectId, length: u32) {
        let Some((kind, found)) = self.elements_of(object) else { return };
        let Some(old) = found.length else { return };
        if kind.is_closed_but_writable() {
            if length != old {
                self.elements_become_dictionary(object);
            }
            return;
        }
        if kind.is_fast() && length > MOST_FAST_LENGTH {
            self.elements_become_dictionary(object);
        } else if kind.is_fast() && length > old {
            self.generalize_elements(object, kind.holey());
        }
        let fast = self.elements_kind(object).is_some_and(ElementsKind::is_fast);
        if let Some(found) = self.objects.get_mut(object) {
            if fast {
                found.capacity = capacity_after(found.capacity, old, length);
            }
            found.length = Some(length);
            found.present.truncate(length);
        }
    }

    /// `array.push(…values)`.
    pub fn push(&mut self, object: ObjectId, values: &[ValueKind]) {
        let length = self.length(object);
        self.splice(object, length, 0, values);
    }

    /// `array.pop()`.
    pub fn pop(&mut self, object: ObjectId) {
        if let Some(length) = self.length(object).checked_sub(1) {
            self.set_length(object, length);
        }
    }

    /// `array.shift()`.
    pub fn shift(&mut self, object: ObjectId) {
        self.splice(object, 0, 1, &[]);
    }

    /// `array.unshift(…values)`.
    pub fn unshift(&mut self, object: ObjectId, values: &[ValueKind]) {
        self.splice(object, 0, 0, values);
    }

    /// `array.splice(start, deleted, …inserted)`, the two numbers already brought inside of the array.
    pub fn splice(&mut self, object: ObjectId, start: u32, deleted: u32, inserted: &[ValueKind]) {
        for value in inserted {
            if self.elements_kind(object).is_some_and(ElementsKind::is_fast) {
                self.generalize_elements(object, value.elements_kind());
            }
        }
        let Some(found) = self.objects.get_mut(object) else { return };
        let (Some(length), Ok(count)) = (found.length, u32::try_from(inserted.len())) else { return };
        let deleted = deleted.min(length.saturating_sub(start));
        let length = (length - deleted).saturating_add(count);
        found.present.splice(start, deleted, count);
        found.length = Some(length);
        found.capacity = grown_to_hold(found.capacity, length);
    }

    /// The whole array was overwritten with one value: `array.fill(value)`. Node 24 then knows that no hole is left.
    pub fn fill(&mut self, object: ObjectId, value: ValueKind) {
        let Some((kind, found)) = self.elements_of(object) else { return };
        let Some(length) = found.length else { return };
        if kind.is_fast() {
            self.generalize_elements(object, value.elements_kind());
            if self.profile >= Profile::Node22
                && let Some(map) = self.map_id(object)
            {
                let packed = self.with_elements(map, self.map(map).elements.packed());
                self.migrate(object, packed);
            }
        }
        if let Some(found) = self.objects.get_mut(object) {
            found.present = Present::up_to(length);
        }
    }

    fn length(&self, object: ObjectId) -> u32 {
        self.objects.get(object).and_then(|found| found.length).unwrap_or(0)
    }
}

fn fitting(elements: &[Option<ValueKind>]) -> ElementsKind {
    elements.iter().fold(ElementsKind::PackedSmi, |kind, element| match element {
        Some(value) => kind.join(value.elements_kind()),
        None => kind.holey(),
    })
}
