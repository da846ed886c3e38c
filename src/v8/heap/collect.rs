//! The collections: survival, promotion and the new limits (`Heap::PerformGarbageCollection`).

use trace::{CollectionReason, Collector, Profile, Space};

use super::collection::{Collected, Collection};
use super::configuration::{Growth, MB};
use super::fatal::{Fatal, FatalReason, HIGH_HEAP, LOW_UTILIZATION, MOST_INEFFECTIVE};
use super::history::Moment;
use super::kind::ObjectId;
use super::limit::ratio;
use super::object::{Age, Object, Part};
use super::spaces::Heap;

/// Milliseconds for a megabyte that survives; about what the machine of the measurements took.
const PAUSE_PER_MB: f64 = 1.0;
/// Milliseconds for a megabyte that the program allocates.
const MUTATOR_PER_MB: f64 = 0.5;

/// The objects and bytes that a collection has moved.
#[derive(Default)]
struct Moved {
    died: Vec<ObjectId>,
    promoted: Vec<ObjectId>,
    copied: Vec<ObjectId>,
    /// Bytes that left the new generation.
    promoted_bytes: u64,
    /// Bytes that stay in the new generation.
    copied_bytes: u64,
}

impl Heap {
    /// Collects. `alive` says whether the program can still reach an object that was allocated here; it is called only for objects that could die.
    pub fn collect(&mut self, collection: Collection, alive: impl Fn(ObjectId) -> bool) -> Collected {
        self.sample(Moment::Before(collection.collector));
        let before = self.usage();
        let steps = self.marking.map_or(0, |marking| marking.done);
        self.collections += 1;
        self.request = None;
        if self.configuration.growth == Growth::BeforeScavenge && collection.collector == Collector::Scavenge {
            self.grow_new_space();
        }
        let mut moved = Moved::default();
        match collection.collector {
            Collector::Scavenge => self.scavenge(&mut moved, &alive),
            Collector::MarkCompact => self.mark_compact(&mut moved, &alive),
        }
        self.survived_since_growth += moved.promoted_bytes + moved.copied_bytes;
        self.commit_old();
        let young_before = before.spaces.new_space + before.spaces.new_large;
        let (pause, utilization) = match collection.collector {
            Collector::Scavenge => {
                let survived = moved.promoted_bytes + moved.copied_bytes;
                self.limit.scavenged(survived, young_before, self.old_used());
                let pause = PAUSE_PER_MB * ratio(survived * self.scale.divisor(), MB);
                self.since_mark_compact.1 += pause;
                (pause, self.average_utilization)
            }
            Collector::MarkCompact => self.after_mark_compact(),
        };
        if self.configuration.growth == Growth::AfterScavenge {
            self.grow_new_space();
        }
        let after = self.usage();
        self.place_waiting();
        self.next(collection, utilization);
        self.sample(Moment::After(collection.collector));
        Collected {
            collection,
            number: self.collections,
            died: moved.died,
            promoted: moved.promoted,
            copied: moved.copied,
            before,
            after,
            old_limit: self.limit.bytes,
            marking_steps: steps,
            mutator_utilization: utilization,
            average_mutator_utilization: self.average_utilization,
            pause,
        }
    }

    /// Grows the new space once more bytes have survived than it holds (`Heap::CheckNewSpaceExpansionCriteria`; since V8 12.9
    /// `ShouldResizeNewSpace`).
    fn grow_new_space(&mut self) {
        if self.new_space.can_grow() && self.survived_since_growth > self.new_space.capacity {
            self.new_space.grow();
            self.survived_since_growth = 0;
        }
    }

    fn scavenge(&mut self, moved: &mut Moved, alive: &impl Fn(ObjectId) -> bool) {
        self.new_space.clear();
        self.new_large = 0;
        self.external.young = 0;
        let (kept, promoted) = self.own.scavenge();
        self.new_space.take_up_to(kept);
        self.old_space += promoted;
        moved.copied_bytes += kept;
        moved.promoted_bytes += promoted;
        self.held = self.held.map(|part| self.survive(part, moved));
        for id in std::mem::take(&mut self.young) {
            let Some(&object) = self.objects.get(&id) else { continue };
            let waits = object.head.is_waiting() || object.store.is_waiting();
            // An object of the old generation dies only in a mark-compact; its young store lives as long.
            if !waits && object.head.is_young() && !alive(id) {
                self.objects.remove(&id);
                self.external.free(object.external);
                moved.died.push(id);
                continue;
            }
            let head = self.survive(object.head, moved);
            let store = self.survive(object.store, moved);
            let next = Object { head, store, listed: head.is_young() || store.is_young() || store.is_waiting(), ..object };
            if head.is_young() {
                self.external.young += object.external;
            }
            if next.listed {
                self.young.push(id);
            }
            if object.is_young() && !next.is_young() {
                moved.promoted.push(id);
            } else if !waits {
                moved.copied.push(id);
            }
            self.objects.insert(id, next);
        }
    }

    /// `Scavenger::EvacuateObject`: copy once, then promote; large ones change only their space.
    fn survive(&mut self, part: Part, moved: &mut Moved) -> Part {
        if !part.is_young() || part.is_waiting() {
            return part;
        }
        let copy = part.place == Space::New && part.age == Age::Born && self.new_space.take(part.bytes);
        if copy {
            moved.copied_bytes += part.bytes;
            return Part { age: Age::Copied, ..part };
        }
        self.promote(part, moved)
    }

    fn promote(&mut self, part: Part, moved: &mut Moved) -> Part {
        moved.promoted_bytes += part.bytes;
        let place = part.place.promoted();
        *self.used(place) += part.bytes;
        Part { place, age: Age::Copied, ..part }
    }

    fn used(&mut self, place: Space) -> &mut u64 {
        match place {
            Space::New => &mut self.new_space.used,
            Space::NewLarge => &mut self.new_large,
            Space::Old => &mut self.old_space,
            Space::Large => &mut self.large,
        }
    }

    /// Marks and compacts. All young objects that are alive are promoted (`--always-promote-young-mc`).
    fn mark_compact(&mut self, moved: &mut Moved, alive: &impl Fn(ObjectId) -> bool) {
        self.new_space.clear();
        self.new_large = 0;
        self.marking = None;
        moved.promoted_bytes += self.own.mark_compact();
        self.old_space = self.own.old;
        self.large = 0;
        self.external.young = 0;
        self.young.clear();
        self.held = self.held.map(|part| self.settle(part, moved));
        let mut objects = std::mem::take(&mut self.objects);
        objects.retain(|&id, object| {
            let waits = object.head.is_waiting() || object.store.is_waiting();
            if !waits && !alive(id) {
                self.external.free(object.external);
                moved.died.push(id);
                return false;
            }
            let young = object.is_young();
            object.head = self.settle(object.head, moved);
            object.store = self.settle(object.store, moved);
            object.listed = object.is_young() || object.store.is_waiting();
            if object.listed {
                self.young.push(id);
            } else if young {
                moved.promoted.push(id);
            }
            if object.head.is_young() {
                self.external.young += object.external;
            }
            true
        });
        self.objects = objects;
        self.external.marked();
    }

    /// Counts a part that a mark-compact has kept.
    fn settle(&mut self, part: Part, moved: &mut Moved) -> Part {
        if part.bytes == 0 || part.is_waiting() {
            return part;
        }
        if part.is_young() {
            return self.promote(part, moved);
        }
        *self.used(part.place) += part.bytes;
        part
    }

    /// The new limit, and the estimate of the time that the program had (`GCTracer::RecordMutatorUtilization`).
    fn after_mark_compact(&mut self) -> (f64, f64) {
        self.old_committed = 0;
        self.commit_old();
        self.limit.marked(self.old_used(), self.new_space.capacity);
        let divisor = self.scale.divisor();
        let pause = PAUSE_PER_MB * ratio(self.old_used() * divisor, MB);
        let (allocated, scavenging) = std::mem::take(&mut self.since_mark_compact);
        let mutator = MUTATOR_PER_MB * ratio(allocated * divisor, MB) + scavenging;
        let utilization = if self.ineffective == 0 && self.average_utilization >= 1.0 && self.collections == 1 {
            1.0
        } else {
            mutator / (mutator + pause).max(f64::MIN_POSITIVE)
        };
        self.average_utilization = f64::midpoint(self.average_utilization, utilization);
        (pause, utilization)
    }

    /// Gives the allocations that waited their places, if there is room now.
    fn place_waiting(&mut self) {
        if self.waiting == 0 {
            return;
        }
        let young = std::mem::take(&mut self.young);
        for &id in &young {
            let Some(&object) = self.objects.get(&id) else { continue };
            if object.head.is_waiting() || object.store.is_waiting() {
                let (head, store) = (self.retry(object.head), self.retry(object.store));
                self.objects.insert(id, Object { head, store, ..object });
            }
        }
        self.young = young;
    }

    fn retry(&mut self, part: Part) -> Part {
        if !part.is_waiting() {
            return part;
        }
        let fits = match part.place {
            Space::New => self.new_space.take(part.bytes),
            Space::NewLarge => self.large_fits(part.bytes),
            Space::Old | Space::Large => self.can_expand_old(part.bytes),
        };
        if !fits {
            return part;
        }
        self.waiting -= part.bytes;
        match part.place {
            Space::New => {}
            Space::NewLarge => self.new_large += part.bytes,
            Space::Old | Space::Large => self.put_old(part.place, part.bytes),
        }
        Part { age: if part.place.is_young() { Age::Born } else { Age::Copied }, ..part }
    }

    fn large_fits(&self, bytes: u64) -> bool {
        (self.new_large == 0 || self.new_large + bytes <= self.new_space.holds()) && self.can_expand_old(self.new_large)
    }

    /// Draws the consequence of a collection: none, a marking, another collection, or the end of the program.
    fn next(&mut self, collection: Collection, utilization: f64) {
        let forced = matches!(collection.reason, CollectionReason::Asked);
        if collection.collector == Collector::MarkCompact && !forced && self.given_up(collection.reason, utilization) {
            return;
        }
        if self.waiting == 0 {
            self.held = None;
            self.attempts = 0;
            if collection.collector == Collector::Scavenge {
                self.consider_marking();
            }
            return;
        }
        self.attempts += 1;
        match self.attempts {
            1 => self.ask_for_scavenge(),
            2 => self.ask(Collector::MarkCompact, CollectionReason::OldSpaceFull),
            3 | 4 => self.ask(Collector::MarkCompact, CollectionReason::LastResort),
            _ => self.give_up(FatalReason::CallAndRetryLast),
        }
    }

    /// Whether the program is given up, or another collection requested, after a mark-compact that the program did not ask for itself.
    fn given_up(&mut self, reason: CollectionReason, utilization: f64) -> bool {
        let full = ratio(self.old_used(), self.limit.maximum) >= HIGH_HEAP;
        let idle = self.average_utilization.min(utilization) < LOW_UTILIZATION;
        self.ineffective = if full && idle { self.ineffective + 1 } else { 0 };
        if self.ineffective >= MOST_INEFFECTIVE {
            self.give_up(FatalReason::IneffectiveMarkCompacts);
        } else if !self.can_expand_old(0) {
            // V8 14 tries the last resort first.
            if self.configuration.profile == Profile::Node26 {
                self.ask(Collector::MarkCompact, if self.ineffective < 2 { CollectionReason::OldSpaceFull } else { CollectionReason::LastResort });
            } else if reason != CollectionReason::LastResort {
                self.give_up(FatalReason::ReachedHeapLimit);
            }
        }
        self.fatal.is_some() || self.request.is_some()
    }

    fn give_up(&mut self, reason: FatalReason) {
        self.request = None;
        self.fatal = Some(Fatal { reason, usage: self.usage() });
    }
}
