//! Allocation: the space that takes an object, and the requests where there is no room (`src/heap/heap-allocator.cc`, `large-spaces.cc`).

use trace::{CollectionReason, Collector, Space};

use super::collection::Collection;
use super::configuration::{ExternalPressure, KB};
use super::history::Moment;
use super::kind::{Kind, ObjectId, Properties};
use super::layout::Layout;
use super::marking::Marking;
use super::object::{Age, Object, Part};
use super::spaces::Heap;

/// An object of more bytes is large (`kMaxRegularHeapObjectSize`).
const MOST_REGULAR: u64 = 128 * KB;

impl Heap {
    /// Allocates an object. Where there is no room, [`Heap::due`] gives the collection that must come first; the place is then the one that it gets
    /// afterwards.
    pub fn allocate(&mut self, id: ObjectId, kind: &Kind) -> Space {
        let layout = Layout::of(kind, &self.configuration.sizes);
        let head = self.part(layout.head);
        let store = self.part(layout.store);
        let object = Object { head, store, external: layout.external, listed: head.is_young() || store.is_young() };
        if object.listed {
            self.young.push(id);
        }
        if let Some(before) = self.objects.insert(id, object) {
            let waited = [before.head, before.store].into_iter().filter(Part::is_waiting).map(|part| part.bytes).sum::<u64>();
            self.waiting = self.waiting.saturating_sub(waited);
            self.external.free(before.external);
        }
        self.add_external(layout.external, head.place.is_young());
        self.allocated(layout.heap());
        head.place
    }

    /// Gives an object another backing store (elements, properties, table, bytes): the old one is garbage, the object itself stays where it is.
    /// A kind with the same extents does nothing.
    pub fn grow(&mut self, id: ObjectId, kind: &Kind) {
        let layout = Layout::of(kind, &self.configuration.sizes);
        let Some(&object) = self.objects.get(&id) else { return };
        if layout.store == object.store.bytes && layout.external == object.external {
            return;
        }
        if object.store.is_waiting() {
            self.waiting -= object.store.bytes;
        }
        let old = pretenured(kind) && object.store.bytes > 0 && !object.store.is_young();
        let store = match layout.store {
            bytes if bytes == object.store.bytes => object.store,
            bytes if old => self.old_part(bytes),
            bytes => self.part(bytes),
        };
        if store.is_waiting() && !object.store.is_waiting() {
            self.held = Some(object.store);
        }
        let listed = object.listed || store.is_young() || store.is_waiting();
        if listed && !object.listed {
            self.young.push(id);
        }
        self.drop_external(object.external, object.head.place.is_young());
        self.add_external(layout.external, object.head.place.is_young());
        self.objects.insert(id, Object { store, external: layout.external, listed, ..object });
        self.allocated(layout.store);
    }

    /// Allocates bytes that are garbage from the first: a memento behind a literal. They take room in the new space until its next collection.
    pub fn litter(&mut self, bytes: u64) {
        if self.waiting > 0 {
            return;
        }
        if !self.new_space.take(bytes) {
            self.ask_for_scavenge();
        }
        self.allocated(bytes);
    }

    fn part(&mut self, bytes: u64) -> Part {
        if bytes == 0 {
            return Part::NONE;
        }
        if bytes > MOST_REGULAR / self.scale.divisor() {
            return self.large_part(bytes);
        }
        // An allocation behind one that waits has to wait with it.
        let fits = self.waiting == 0 && self.new_space.take(bytes);
        if !fits && self.waiting == 0 && self.marking.is_some() && self.configuration.separate_phases && self.can_expand_old(bytes) {
            self.put_old(Space::Old, bytes);
            return Part { bytes, place: Space::Old, age: Age::Copied };
        }
        if !fits {
            self.waiting += bytes;
            self.ask_for_scavenge();
        }
        Part { bytes, place: Space::New, age: if fits { Age::Born } else { Age::Waiting } }
    }

    /// `NewLargeObjectSpace::AllocateRaw`: the first always fits, if the old generation could take it.
    fn large_part(&mut self, bytes: u64) -> Part {
        let room = self.new_large == 0 || self.new_large + bytes <= self.new_space.holds();
        let expandable = self.can_expand_old(self.new_large);
        let fits = self.waiting == 0 && room && expandable;
        if fits {
            self.new_large += bytes;
        } else {
            self.waiting += bytes;
            if expandable {
                self.ask_for_scavenge();
            } else {
                self.ask(Collector::MarkCompact, CollectionReason::OldSpaceFull);
            }
        }
        Part { bytes, place: Space::NewLarge, age: if fits { Age::Born } else { Age::Waiting } }
    }

    /// Allocates in the old generation at once.
    fn old_part(&mut self, bytes: u64) -> Part {
        let place = if bytes > MOST_REGULAR / self.scale.divisor() { Space::Large } else { Space::Old };
        if bytes == 0 {
            return Part::NONE;
        }
        let fits = self.can_expand_old(bytes);
        if fits {
            self.put_old(place, bytes);
            self.consider_marking();
        } else {
            self.waiting += bytes;
            self.ask(Collector::MarkCompact, CollectionReason::OldSpaceFull);
        }
        Part { bytes, place, age: if fits { Age::Copied } else { Age::Waiting } }
    }

    pub(super) fn put_old(&mut self, place: Space, bytes: u64) {
        if place == Space::Large {
            self.large += bytes;
        } else {
            self.old_space += bytes;
        }
        self.commit_old();
    }

    /// Requests a collection, unless one is requested already.
    pub(super) fn ask(&mut self, collector: Collector, reason: CollectionReason) {
        self.request.get_or_insert(Collection::now(collector, reason));
    }

    /// Requests a scavenge, or a mark-compact where the objects to promote might find no room (`Heap::SelectGarbageCollector`).
    pub(super) fn ask_for_scavenge(&mut self) {
        if self.can_expand_old(self.new_space.used + self.new_large) {
            self.ask(Collector::Scavenge, CollectionReason::NewSpaceFull);
        } else {
            self.ask(Collector::MarkCompact, CollectionReason::NoRoomToPromote);
        }
    }

    fn allocated(&mut self, bytes: u64) {
        self.allocated += bytes;
        self.since_mark_compact.0 += bytes;
        let old = self.old_used();
        if self.marking.as_mut().is_some_and(|marking| marking.advance(bytes) || self.limit.is_overshot(old)) {
            self.ask(Collector::MarkCompact, CollectionReason::MarkingDone);
        }
        if self.allocated >= self.history.next {
            self.sample(Moment::Allocating);
        }
    }

    fn add_external(&mut self, bytes: u64, young: bool) {
        if bytes == 0 {
            return;
        }
        if let ExternalPressure::Scavenge(most) = self.configuration.external_pressure
            && young
            && self.external.young >= most / self.scale.divisor()
            && self.external.young >= bytes
        {
            self.ask(Collector::Scavenge, CollectionReason::Buffers);
        }
        self.external.total += bytes;
        if young {
            self.external.young += bytes;
        }
        if self.external.above_limit() {
            self.consider_marking();
            if self.marking.as_mut().is_some_and(Marking::press) {
                self.ask(Collector::MarkCompact, CollectionReason::MarkingDone);
            }
        }
    }

    pub(super) fn drop_external(&mut self, bytes: u64, young: bool) {
        self.external.free(bytes);
        if young {
            self.external.young = self.external.young.saturating_sub(bytes);
        }
    }
}

/// A new table is allocated in the generation of the one that it replaces (`OrderedHashTable::Rehash`, `HashTable::EnsureCapacity`).
fn pretenured(kind: &Kind) -> bool {
    matches!(kind, Kind::Map { .. } | Kind::Set { .. } | Kind::WeakCollection { .. })
        || matches!(kind, Kind::Object { properties: Properties::Dictionary(256..), .. })
}
