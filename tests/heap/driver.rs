//! Drives a heap by hand: it allocates what the programs behind `tests/heap/measured` allocated in real Node, without a JavaScript engine.
use std::collections::{BTreeMap, BTreeSet};

use trace::Profile;
use v8::heap::{Collected, CollectionReason, Collector, Configuration, Elements, Heap, Kind, ObjectId, Properties, Scale};

pub const RELEASES: [(Profile, &str); 5] = [
    (Profile::Node18, "node-18"),
    (Profile::Node20, "node-20"),
    (Profile::Node22, "node-22"),
    (Profile::Node24, "node"),
    (Profile::Node26, "node-26"),
];

/// A program at work.
pub struct Driver {
    pub heap: Heap,
    pub log: Vec<Collected>,
    dead: BTreeSet<ObjectId>,
    next: u64,
}

impl Driver {
    #[expect(clippy::large_types_passed_by_value, reason = "a heap keeps its configuration, and is made once")]
    pub fn new(configuration: Configuration, scale: Scale) -> Self {
        Self { heap: Heap::new(configuration, scale), log: Vec::new(), dead: BTreeSet::new(), next: 0 }
    }

    pub fn alloc(&mut self, kind: Kind) -> ObjectId {
        let id = ObjectId(self.next);
        self.next += 1;
        self.heap.allocate(id, &kind);
        self.settle();
        id
    }

    pub fn grow(&mut self, id: ObjectId, kind: Kind) {
        self.heap.grow(id, &kind);
        self.settle();
    }

    /// The program cannot reach it any more.
    pub fn kill(&mut self, id: ObjectId) {
        self.dead.insert(id);
    }

    pub fn swap(&mut self, held: &mut Option<ObjectId>, kind: Kind) {
        let id = self.alloc(kind);
        if let Some(old) = held.replace(id) {
            self.kill(old);
        }
    }

    fn settle(&mut self) {
        while let Some(due) = self.heap.due() {
            self.collect(due);
        }
    }

    pub fn collect(&mut self, due: v8::heap::Collection) {
        let dead = &self.dead;
        let done = self.heap.collect(due, |id| !dead.contains(&id));
        for id in &done.died {
            self.dead.remove(id);
        }
        let slim = Collected { died: Vec::new(), promoted: Vec::new(), copied: Vec::new(), ..done };
        self.log.push(slim);
    }

    pub fn full(&mut self) {
        self.collect(v8::heap::Collection::now(Collector::MarkCompact, CollectionReason::Asked));
    }

    /// The end of the script: the event loop turns.
    pub fn end(&mut self) {
        for _ in 0..2 {
            if let Some(due) = self.heap.due_at_turn() {
                self.collect(due);
            }
        }
    }

    pub fn count(&self, kind: Collector) -> usize {
        self.log.iter().filter(|it| it.collection.collector == kind).count()
    }
}

pub fn object(slots: u32) -> Kind {
    Kind::Object { in_object: slots, properties: Properties::None, elements: Elements::None }
}

pub fn array(capacity: u32) -> Kind {
    Kind::Array(if capacity == 0 { Elements::None } else { Elements::Fast(capacity) })
}

/// An array that is pushed to.
pub struct Pushed {
    pub id: ObjectId,
    length: u32,
    capacity: u32,
}

impl Pushed {
    pub fn new(driver: &mut Driver) -> Self {
        Self { id: driver.alloc(array(0)), length: 0, capacity: 0 }
    }

    pub fn push(&mut self, driver: &mut Driver) {
        if self.length == self.capacity {
            self.capacity = Kind::grown_capacity(self.length + 1);
            driver.grow(self.id, array(self.capacity));
        }
        self.length += 1;
    }
}

pub type Program = fn(&mut Driver);

pub fn programs() -> BTreeMap<&'static str, Program> {
    let mut all: BTreeMap<&'static str, Program> = BTreeMap::new();
    all.insert("garbage_objects", |d| garbage(d, 2_000_000, object(3)));
    all.insert("garbage_arrays", |d| garbage(d, 300_000, array(50)));
    all.insert("garbage_class", |d| garbage(d, 1_000_000, object(4)));
    all.insert("garbage_fill", |d| garbage(d, 10_000, array(1000)));
    all.insert("garbage_large", |d| garbage(d, 500, array(30_000)));
    all.insert("garbage_huge", |d| garbage(d, 100, Kind::TypedArray { bytes: 8_000_000, own_buffer: true }));
    all.insert("garbage_buffers", |d| garbage(d, 5000, Kind::TypedArray { bytes: 100_000, own_buffer: true }));
    all.insert("garbage_maps", |d| garbage(d, 300_000, Kind::Map { capacity: 4 }));
    all.insert("garbage_generators", |d| {
        garbage(d, 300_000, Kind::Generator { registers: 3, flavour: v8::heap::Flavour::Sync });
    });
    all.insert("garbage_slices", |d| garbage(d, 1_000_000, Kind::String(v8::heap::Text::Sliced)));
    all.insert("garbage_closures", |d| {
        let (mut context, mut closure) = (None, None);
        for _ in 0..1_000_000 {
            d.swap(&mut context, Kind::Context { slots: 1 });
            d.swap(&mut closure, Kind::Function { prototype_slot: false });
        }
    });
    all.insert("ring_small", |d| ring(d, 2000, 2_000_000));
    all.insert("ring_large", |d| ring(d, 50_000, 2_000_000));
    all.insert("leak_objects", |d| {
        let mut keep = Pushed::new(d);
        for _ in 0..1_000_000 {
            d.alloc(object(3));
            keep.push(d);
        }
    });
    all.insert("leak_map", |d| {
        let mut capacity = 4;
        let map = d.alloc(Kind::Map { capacity });
        for held in 0..500_000 {
            d.alloc(object(1));
            if held == capacity {
                capacity *= 2;
                d.grow(map, Kind::Map { capacity });
            }
        }
    });
    all.insert("leak_closures", |d| {
        d.alloc(array(700_000));
        for _ in 0..700_000 {
            d.alloc(Kind::Context { slots: 1 });
            d.alloc(Kind::Function { prototype_slot: false });
        }
    });
    all.insert("leak_buffers", |d| {
        let mut keep = Pushed::new(d);
        for _ in 0..200 {
            d.alloc(Kind::TypedArray { bytes: 1_000_000, own_buffer: true });
            keep.push(d);
        }
    });
    all.insert("arrays_kept", |d| {
        let mut keep = Pushed::new(d);
        for _ in 0..2000 {
            d.alloc(array(5000));
            keep.push(d);
        }
    });
    all.insert("lists", |d| rounds(d, 100, 20_000));
    all.insert("trees", |d| rounds(d, 40, 65_535));
    all.insert("cache_replace", |d| {
        d.alloc(array(200_000));
        let mut slots = vec![None; 200_000];
        let mut x: f64 = 1.0;
        for _ in 0..3_000_000 {
            // As the program computes it: in doubles, then the lowest 31 bits.
            x = ((x * 1_103_515_245.0 + 12_345.0) as u64 & 0x7fff_ffff) as f64;
            d.swap(&mut slots[x as usize % 200_000], object(3));
        }
    });
    all
}

/// Programs without allocation sites, which V8 would pretenure; run with flags.
pub fn class_programs() -> BTreeMap<&'static str, Program> {
    let mut all: BTreeMap<&'static str, Program> = BTreeMap::new();
    all.insert("churn", |d| {
        d.alloc(array(100_000));
        let mut slots = vec![None; 100_000];
        let mut x: i32 = 1;
        for _ in 0..3_000_000 {
            x = x.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            d.swap(&mut slots[(x as u32 >> 8) as usize % 100_000], object(3));
        }
    });
    all.insert("lists_class", |d| rounds(d, 200, 20_000));
    all.insert("ring_class", |d| ring(d, 50_000, 3_000_000));
    all.insert("leak_class", |d| {
        d.alloc(array(1_500_000));
        for _ in 0..1_500_000 {
            d.alloc(object(3));
        }
    });
    all.insert("trees", |d| rounds(d, 40, 65_535));
    all
}

fn garbage(d: &mut Driver, times: u32, kind: Kind) {
    let mut held = None;
    for _ in 0..times {
        d.swap(&mut held, kind);
    }
}

fn ring(d: &mut Driver, size: usize, times: usize) {
    d.alloc(array(size as u32));
    let mut slots = vec![None; size];
    for index in 0..times {
        d.swap(&mut slots[index % size], object(3));
    }
}

/// A structure of so many objects with two slots, built whole, then replaced by the next.
fn rounds(d: &mut Driver, times: u32, size: u32) {
    let mut last: Vec<ObjectId> = Vec::new();
    for _ in 0..times {
        let next: Vec<ObjectId> = (0..size).map(|_| d.alloc(object(2))).collect();
        for id in std::mem::replace(&mut last, next) {
            d.kill(id);
        }
    }
}
