//! V8's heap: what is new of it goes into the trace.

use std::collections::BTreeMap;

use boa_engine::JsObject;

use crate::isolate::{Isolate, News};
use trace::{HeapBlock, HeapCollection, HeapUsage, History, Recorded, SpaceUsage, StepId};
use v8::heap::{Collected, Heap, ObjectId};

/// The most births, moves and deaths of blocks that are recorded in one run.
const MOST_RECORDED: usize = 50_000;

/// The heap of one run, as it was recorded.
#[derive(Default)]
pub(super) struct HeapRecord {
    /// The model's objects that are in the heap: with the numbers of those that were recorded one by one.
    known: BTreeMap<ObjectId, (Option<u32>, HeapBlock)>,
    next: u32,
    /// The number of objects in the heap that were not recorded one by one.
    unrecorded: u32,
    /// The number of births, moves and deaths that were recorded.
    recorded: usize,
    usage: HeapUsage,
    collected: u32,
    pub(super) heap: History<HeapUsage>,
    pub(super) collections: History<HeapCollection>,
    pub(super) blocks: History<HeapBlock>,
}

impl HeapRecord {
    /// The number of the block that an object is, if it was recorded by itself.
    pub(super) fn block(&self, object: &JsObject) -> Option<u32> {
        self.known.get(&ObjectId(object.mark()?.into()))?.0
    }

    /// Records the changes of the heap since it was last looked at.
    pub(super) fn look(&mut self, isolate: &mut Isolate, step: StepId) {
        let Some(News { born, changed, collections }) = isolate.memory.take_news() else { return };
        let heap = &isolate.memory.heap;
        // What was born has its whereabouts by now, or has died already.
        let mut moved: Vec<ObjectId> = Vec::with_capacity(born.len() + changed.len());
        for (id, kind) in born {
            let block = HeapBlock { kind: kind.block(), space: None, survived_once: false, bytes: 0, external: 0 };
            let bytes = v8::heap::Layout::of(&kind, &heap.configuration().sizes).heap();
            self.known.insert(id, (None, HeapBlock { bytes: small(bytes), ..block }));
            moved.push(id);
        }
        for done in &collections {
            self.collected(heap, done, step);
        }
        moved.extend(changed);
        for id in moved {
            self.record(heap, id, step);
        }
        let usage = self.usage_now(heap);
        if usage != self.usage {
            self.usage = usage;
            self.heap.push(Recorded { step, id: 0, now: usage });
        }
    }

    fn record(&mut self, heap: &Heap, id: ObjectId, step: StepId) {
        let Some((number, before)) = self.known.get_mut(&id) else { return };
        let now = match heap.whereabouts(id) {
            Some(at) => HeapBlock {
                space: Some(at.space()),
                survived_once: at.survived_once,
                bytes: small(at.bytes + at.store_bytes),
                external: small(at.external),
                ..*before
            },
            None => HeapBlock { space: None, ..*before },
        };
        let is_new = before.space.is_none();
        if now == *before && !is_new {
            return;
        }
        *before = now;
        if number.is_none() && is_new && now.space.is_some() {
            if self.recorded < MOST_RECORDED {
                *number = Some(self.next);
                self.next += 1;
            } else {
                self.unrecorded += 1;
            }
        }
        let number = *number;
        if now.space.is_none() {
            self.known.remove(&id);
            // One that died before it was recorded was never counted.
            self.unrecorded -= u32::from(number.is_none() && !is_new);
        }
        if let Some(id) = number {
            self.recorded += 1;
            self.blocks.push(Recorded { step, id, now });
        }
    }

    fn usage_now(&self, heap: &Heap) -> HeapUsage {
        let (usage, (nodes_new, nodes_old)) = (heap.usage().spaces, heap.nodes_share());
        HeapUsage {
            spaces: SpaceUsage {
                new_space: usage.new_space.saturating_sub(nodes_new),
                old_space: usage.old_space.saturating_sub(nodes_old),
                ..usage
            },
            nodes_new,
            limit: heap.old_maximum().saturating_sub(nodes_old),
            scale: u32::try_from(heap.scale().divisor()).unwrap_or(1),
            unlisted: self.unrecorded,
        }
    }

    fn collected(&mut self, heap: &Heap, done: &Collected, step: StepId) {
        let known = |id: ObjectId| self.known.get(&id).map_or(0, |(_, block)| block.bytes.into());
        let there = |id: ObjectId| heap.whereabouts(id).map_or_else(|| known(id), |at| at.bytes + at.store_bytes);
        let now = done.summary(there, known);
        self.collections.push(Recorded { step, id: self.collected, now });
        self.collected += 1;
    }
}

fn small(bytes: u64) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
