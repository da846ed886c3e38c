//! Random programs: every collection ends, bytes are neither lost nor made, whatever the scale.

use std::collections::BTreeMap;

use super::driver::{Driver, RELEASES, array, object};
use v8::heap::{Configuration, Kind, Layout, ObjectId, Scale};

#[test]
fn bytes_are_kept() {
    for (profile, _) in RELEASES {
        for scale in [1, 16, 256, 4096] {
            for seed in 1..20_u64 {
                random(Configuration::new(profile).with_max_old_space(if seed % 3 == 0 { 64 } else { 4096 }), Scale::new(scale), seed);
            }
        }
    }
}

#[expect(clippy::large_types_passed_by_value, reason = "a heap keeps its configuration, and is made once")]
fn random(configuration: Configuration, scale: Scale, seed: u64) {
    let mut driver = Driver::new(configuration, scale);
    driver.full();
    let empty = driver.heap.memory_usage();
    let mut state = seed;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut held: BTreeMap<ObjectId, Kind> = BTreeMap::new();
    for _ in 0..1500 {
        let some = held.keys().nth(next(1 + held.len() as u64) as usize).copied();
        match (next(10), some) {
            (0..=1, Some(id)) => {
                if matches!(held[&id], Kind::Array(_)) {
                    let bigger = array(next(5000) as u32);
                    driver.grow(id, bigger);
                    held.insert(id, bigger);
                }
            }
            (2..=4, Some(id)) => {
                held.remove(&id);
                driver.kill(id);
            }
            (5, _) => {
                let kind = Kind::TypedArray { bytes: next(100_000), own_buffer: true };
                held.insert(driver.alloc(kind), kind);
            }
            (6, _) => {
                let kind = array(next(3000) as u32);
                held.insert(driver.alloc(kind), kind);
            }
            _ => {
                let kind = object(next(10) as u32);
                held.insert(driver.alloc(kind), kind);
            }
        }
        assert!(driver.log.len() < 20_000, "collections come to an end");
        if driver.heap.fatal().is_some() {
            return;
        }
    }
    driver.full();
    let after = driver.heap.memory_usage();
    let layouts: Vec<Layout> = held.values().map(|kind| Layout::of(kind, &configuration.sizes)).collect();
    assert_eq!(after.heap_used - empty.heap_used, layouts.iter().map(Layout::heap).sum::<u64>());
    assert_eq!(after.external - empty.external, layouts.iter().map(|it| it.external).sum::<u64>());
}

#[test]
fn another_scale_leaves_the_programs_bytes_as_they_are() {
    for (profile, _) in RELEASES {
        let mut driver = Driver::new(Configuration::new(profile), Scale::new(64));
        let held: Vec<ObjectId> = (0..200).map(|_| driver.alloc(object(3))).collect();
        let program = |heap: &v8::heap::Heap| {
            let (usage, (new, old)) = (heap.usage(), heap.nodes_share());
            usage.spaces.used() - new - old
        };
        let before = program(&driver.heap);
        for divisor in [32, 16, 8, 4, 2, 1] {
            driver.heap.rescale(Scale::new(divisor));
            assert_eq!((driver.heap.scale(), program(&driver.heap)), (Scale::new(divisor), before));
        }
        assert_eq!(driver.heap.old_maximum(), driver.heap.configuration().max_old_space);
        driver.full();
        assert!(held.iter().all(|id| driver.heap.whereabouts(*id).is_some()));
        assert_eq!(program(&driver.heap), before);
    }
}
