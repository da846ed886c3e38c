//! The heap of one isolate: its spaces, and the moment when a collection is due.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use trace::{CollectionReason, Collector, Space, SpaceUsage};

use super::baseline::Own;
use super::collection::{Collection, Usage};
use super::configuration::{Configuration, MB};
use super::external::External;
use super::fatal::Fatal;
use super::history::{History, Moment, Sample};
use super::kind::ObjectId;
use super::limit::OldLimit;
use super::marking::Marking;
use super::object::{Age, Object, Part, Whereabouts};
use super::semispace::{PAGE, SemiSpace};

/// The divisor of everything but the program's objects and the most that they may take: of capacities, of the limits at which collections come, of
/// pages, and of Node's own bytes. 1 is real Node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale(u32);

impl Scale {
    /// Real Node.
    pub const REAL: Self = Self(1);

    /// The scale with this divisor, but at most 4096, where a page is 64 bytes.
    #[must_use]
    pub fn new(divisor: u32) -> Self {
        Self(divisor.clamp(1, 4096))
    }

    /// The divisor.
    #[must_use]
    pub fn divisor(self) -> u64 {
        u64::from(self.0)
    }
}

/// The spaces of one isolate, and the program's objects in them.
///
/// An operation on an object that was never allocated here does nothing.
#[derive(Clone, Debug)]
pub struct Heap {
    pub(super) configuration: Configuration,
    pub(super) scale: Scale,
    pub(super) objects: BTreeMap<ObjectId, Object>,
    /// Objects with a young part, in order of birth.
    pub(super) young: Vec<ObjectId>,
    pub(super) own: Own,
    pub(super) new_space: SemiSpace,
    pub(super) new_large: u64,
    /// Bytes in use, Node's included, garbage too.
    pub(super) old_space: u64,
    pub(super) large: u64,
    /// Committed pages of the old generation.
    pub(super) old_committed: u64,
    pub(super) external: External,
    pub(super) limit: OldLimit,
    pub(super) marking: Option<Marking>,
    pub(super) request: Option<Collection>,
    /// The number of collections that the waiting allocations have led to so far.
    pub(super) attempts: u32,
    /// Bytes that wait for room.
    pub(super) waiting: u64,
    /// The old store of an object whose new one waits for room: its contents are copied from it.
    pub(super) held: Option<Part>,
    pub(super) survived_since_growth: u64,
    pub(super) collections: u32,
    pub(super) ineffective: u32,
    pub(super) average_utilization: f64,
    /// The bytes allocated and the milliseconds of scavenges since the last mark-compact.
    pub(super) since_mark_compact: (u64, f64),
    pub(super) allocated: u64,
    pub(super) history: History,
    pub(super) fatal: Option<Fatal>,
}

impl Heap {
    /// The heap at a program's first line.
    #[must_use]
    pub fn new(configuration: Configuration, scale: Scale) -> Self {
        let divisor = scale.divisor();
        let own = Own::new(&configuration, divisor);
        let mut new_space = SemiSpace::new(&configuration, divisor);
        new_space.take_up_to(own.new);
        Self {
            objects: BTreeMap::new(),
            young: Vec::new(),
            new_large: 0,
            old_space: own.old,
            large: 0,
            old_committed: own.old,
            external: External::new(divisor),
            limit: OldLimit::new(&configuration, divisor, own.old),
            marking: None,
            request: None,
            attempts: 0,
            waiting: 0,
            held: None,
            survived_since_growth: 0,
            collections: 0,
            ineffective: 0,
            average_utilization: 1.0,
            since_mark_compact: (0, 0.0),
            allocated: 0,
            history: History::new(new_space.capacity / 64),
            fatal: None,
            configuration,
            scale,
            own,
            new_space,
        }
    }

    /// The profile it was made with.
    #[must_use]
    pub fn configuration(&self) -> &Configuration {
        &self.configuration
    }

    /// The scale that it was made with, or was last given.
    #[must_use]
    pub fn scale(&self) -> Scale {
        self.scale
    }

    /// The collection that must come now, if one must. Call this after each allocation, and again after each collection. Once [`Heap::fatal`] gives
    /// a reason, nothing is due any more.
    #[must_use]
    pub fn due(&self) -> Option<Collection> {
        if self.fatal.is_some() { None } else { self.request }
    }

    /// The collection that comes between two turns of the event loop, if one does: a new space that is 80 % full is scavenged by a task, a marking
    /// is brought to its end. (`ScavengeJob`, `IncrementalMarkingJob`.)
    #[must_use]
    pub fn due_at_turn(&self) -> Option<Collection> {
        if self.fatal.is_some() || self.request.is_some() {
            return self.due();
        }
        if self.new_space.fill() >= 80 {
            return Some(Collection { collector: Collector::Scavenge, reason: CollectionReason::NearlyFull, at_turn: true });
        }
        let soft = self.old_available() <= self.new_space.capacity && self.old_used() > self.activation();
        (self.marking.is_some() || soft).then_some(Collection {
            collector: Collector::MarkCompact,
            reason: CollectionReason::MarkingDone,
            at_turn: true,
        })
    }

    /// The reason for which the program was given up, if it was.
    #[must_use]
    pub fn fatal(&self) -> Option<&Fatal> {
        self.fatal.as_ref()
    }

    /// The place of an object; `None` once it was collected.
    #[must_use]
    pub fn whereabouts(&self, id: ObjectId) -> Option<Whereabouts> {
        let object = self.objects.get(&id)?;
        Some(Whereabouts {
            place: object.head.place,
            store: (object.store.bytes > 0).then_some(object.store.place),
            bytes: object.head.bytes,
            store_bytes: object.store.bytes,
            external: object.external,
            survived_once: object.head.place == Space::New && object.head.age == Age::Copied,
        })
    }

    /// The use of the heap, in bytes; Node's own share is divided by the scale.
    #[must_use]
    pub fn usage(&self) -> Usage {
        let spaces = SpaceUsage {
            new_space: self.new_space.used,
            new_large: self.new_large,
            old_space: self.old_space,
            large: self.large,
            external: self.external.total,
            semi_space: self.new_space.capacity,
        };
        Usage { spaces, committed: 2 * self.new_space.capacity + self.new_large + self.old_committed }
    }

    /// Node's own part of [`Heap::usage`], in bytes: in the new space, and in the old.
    #[must_use]
    pub fn nodes_share(&self) -> (u64, u64) {
        (self.own.new, self.own.old)
    }

    /// The most that the old generation may come to, in bytes.
    #[must_use]
    pub fn old_maximum(&self) -> u64 {
        self.limit.maximum
    }

    /// The old generation's allocation limit in bytes, at which the next marking starts.
    #[must_use]
    pub fn old_limit(&self) -> u64 {
        self.limit.bytes
    }

    /// The graph of used bytes so far.
    #[must_use]
    pub fn history(&self) -> &[Sample] {
        &self.history.samples
    }

    pub(super) fn old_used(&self) -> u64 {
        self.old_space + self.large
    }

    /// `Heap::OldGenerationSpaceAvailable`.
    pub(super) fn old_available(&self) -> u64 {
        self.limit.bytes.saturating_sub(self.old_used() + self.external.since_mark_compact())
    }

    /// The bytes in use below which no marking starts (`IncrementalMarking::kV8ActivationThreshold`).
    fn activation(&self) -> u64 {
        8 * MB / self.scale.divisor()
    }

    /// `Heap::CanExpandOldGeneration`.
    pub(super) fn can_expand_old(&self, bytes: u64) -> bool {
        self.old_committed + bytes <= self.limit.maximum
    }

    pub(super) fn page(&self) -> u64 {
        (PAGE / self.scale.divisor()).max(8)
    }

    /// Commits whole pages for the bytes in use.
    pub(super) fn commit_old(&mut self) {
        let page = self.page();
        self.old_committed = self.old_committed.max(self.old_space.div_ceil(page) * page + self.large);
    }

    /// Starts a marking where the old generation has reached its limit (`IncrementalMarkingLimit::kHardLimit`).
    pub(super) fn consider_marking(&mut self) {
        let reached = self.old_available() == 0 && self.old_used() > self.activation();
        if self.marking.is_none() && (reached || self.external.above_limit()) {
            self.marking = Some(Marking::start(self.limit.live, &self.configuration, self.scale.divisor()));
        }
    }

    pub(super) fn sample(&mut self, moment: Moment) {
        let sample = Sample { allocated: self.allocated, usage: self.usage(), moment };
        self.history.add(sample);
    }
}
