//! The answers that a program reads about its heap: `process.memoryUsage()`, `v8.getHeapStatistics()`, `v8.getHeapSpaceStatistics()`.
//!
//! Node's own share comes from the measured table, undivided by the scale; the program's comes from the model. So differences between two answers
//! are like real Node's at every scale.

use serde::{Deserialize, Serialize};
use trace::Profile;

use super::configuration::{KB, MB};
use super::spaces::Heap;

/// `process.memoryUsage()`, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MemoryUsage {
    /// Resident set.
    pub rss: u64,
    /// Committed pages of the heap.
    pub heap_total: u64,
    /// Bytes of the heap in use.
    pub heap_used: u64,
    /// Memory of C++ objects that belong to JavaScript objects, buffers included.
    pub external: u64,
    /// The memory of `ArrayBuffer`s and `Buffer`s.
    pub array_buffers: u64,
}

/// `v8.getHeapStatistics()`, in bytes but for the counts and the flag; in the order of the properties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are Node's own")]
pub struct HeapStatistics {
    pub total_heap_size: u64,
    pub total_heap_size_executable: u64,
    pub total_physical_size: u64,
    pub total_available_size: u64,
    pub used_heap_size: u64,
    pub heap_size_limit: u64,
    pub malloced_memory: u64,
    pub peak_malloced_memory: u64,
    pub does_zap_garbage: u64,
    pub number_of_native_contexts: u64,
    pub number_of_detached_contexts: u64,
    pub total_global_handles_size: u64,
    pub used_global_handles_size: u64,
    pub external_memory: u64,
    /// Node 26 only.
    pub total_allocated_bytes: Option<u64>,
}

/// One entry of `v8.getHeapSpaceStatistics()`, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are Node's own")]
pub struct SpaceStatistics {
    pub space_name: &'static str,
    pub space_size: u64,
    pub space_used_size: u64,
    pub space_available_size: u64,
    pub physical_space_size: u64,
}

const NAMES_18: &[&str] = &[
    "read_only_space",
    "old_space",
    "code_space",
    "map_space",
    "large_object_space",
    "code_large_object_space",
    "new_large_object_space",
    "new_space",
];
const NAMES_20: &[&str] = &[
    "read_only_space",
    "new_space",
    "old_space",
    "code_space",
    "shared_space",
    "new_large_object_space",
    "large_object_space",
    "code_large_object_space",
    "shared_large_object_space",
];
const NAMES_22: &[&str] = &[
    "read_only_space",
    "new_space",
    "old_space",
    "code_space",
    "shared_space",
    "trusted_space",
    "new_large_object_space",
    "large_object_space",
    "code_large_object_space",
    "shared_large_object_space",
    "trusted_large_object_space",
];
const NAMES_24: &[&str] = &[
    "read_only_space",
    "new_space",
    "old_space",
    "code_space",
    "shared_space",
    "trusted_space",
    "shared_trusted_space",
    "new_large_object_space",
    "large_object_space",
    "code_large_object_space",
    "shared_large_object_space",
    "shared_trusted_large_object_space",
    "trusted_large_object_space",
];

/// The bytes in use and committed of each space, undivided by the scale.
struct Spaces {
    new: (u64, u64),
    new_holds: u64,
    old: (u64, u64),
    code: (u64, u64),
    other: (u64, u64),
    large: (u64, u64),
    new_large: u64,
}

impl Spaces {
    fn used(&self) -> u64 {
        self.new.0 + self.old.0 + self.code.0 + self.other.0 + self.large.0 + self.new_large
    }

    fn old_committed(&self) -> u64 {
        self.old.1 + self.code.1 + self.other.1 + self.large.1
    }

    fn committed(&self) -> u64 {
        self.new.1 + self.old_committed() + self.new_large
    }
}

impl Heap {
    /// `process.memoryUsage()`.
    #[must_use]
    pub fn memory_usage(&self) -> MemoryUsage {
        let spaces = self.spaces();
        let it = &self.configuration.baseline;
        let first = self.configuration.initial_semi_space + it.old_size + it.code_size + it.other_size + it.large_size;
        MemoryUsage {
            rss: it.rss + spaces.committed().saturating_sub(first) + self.external.total,
            heap_total: spaces.committed(),
            heap_used: spaces.used(),
            external: it.external + self.external.total,
            array_buffers: it.array_buffers + self.external.total,
        }
    }

    /// `v8.getHeapStatistics()`.
    #[must_use]
    pub fn heap_statistics(&self) -> HeapStatistics {
        let spaces = self.spaces();
        let it = &self.configuration.baseline;
        let limit = self.configuration.heap_size_limit();
        let new_available = spaces.new_holds.saturating_sub(spaces.new.0);
        HeapStatistics {
            total_heap_size: spaces.committed(),
            total_heap_size_executable: spaces.code.1,
            total_physical_size: spaces.committed(),
            total_available_size: (limit + new_available).saturating_sub(spaces.old_committed()),
            used_heap_size: spaces.used(),
            heap_size_limit: limit,
            malloced_memory: it.malloced,
            peak_malloced_memory: it.peak_malloced,
            does_zap_garbage: 0,
            number_of_native_contexts: 1,
            number_of_detached_contexts: 0,
            total_global_handles_size: 8 * KB,
            used_global_handles_size: match self.configuration.profile {
                Profile::Node18 => 2080,
                Profile::Node20 => 2176,
                Profile::Node22 => 2112,
                Profile::Node24 | Profile::Node26 => 2400,
            },
            external_memory: it.external + self.external.total,
            total_allocated_bytes: (self.configuration.profile == Profile::Node26).then(|| 8 * MB + self.allocated),
        }
    }

    /// `v8.getHeapSpaceStatistics()`, in Node's order.
    #[must_use]
    pub fn space_statistics(&self) -> Vec<SpaceStatistics> {
        let spaces = self.spaces();
        let names = match self.configuration.profile {
            Profile::Node18 => NAMES_18,
            Profile::Node20 => NAMES_20,
            Profile::Node22 => NAMES_22,
            Profile::Node24 | Profile::Node26 => NAMES_24,
        };
        names
            .iter()
            .map(|&space_name| {
                let (used, size, available) = match space_name {
                    "new_space" => (spaces.new.0, spaces.new.1, spaces.new_holds.saturating_sub(spaces.new.0)),
                    "new_large_object_space" => (spaces.new_large, spaces.new_large, spaces.new_holds.saturating_sub(spaces.new_large)),
                    "old_space" => with_rest(spaces.old),
                    "code_space" => with_rest(spaces.code),
                    "map_space" | "trusted_space" => with_rest(spaces.other),
                    "large_object_space" => (spaces.large.0, spaces.large.1, 0),
                    _ => (0, 0, 0),
                };
                SpaceStatistics { space_name, space_size: size, space_used_size: used, space_available_size: available, physical_space_size: size }
            })
            .collect()
    }

    fn spaces(&self) -> Spaces {
        let scale = self.scale.divisor();
        let it = &self.configuration.baseline;
        let page = 256 * KB;
        let pages = |bytes: u64| bytes.div_ceil(page) * page;
        let program_new = self.new_space.used.saturating_sub(self.own.new);
        let new = program_new + self.own.new * scale;
        let capacity = (self.new_space.capacity * scale).max(pages(new));
        let halves = if self.collections == 0 { 1 } else { 2 };
        // Node's own old generation, which only old space's share moves of.
        let own_old = (self.own.old * scale).saturating_sub(it.code_used + it.other_used + it.large_used);
        let old = own_old + self.old_space.saturating_sub(self.own.old);
        Spaces {
            new: (new, halves * capacity),
            new_holds: capacity / page * self.configuration.page_area,
            old: (old, it.old_size.max(pages(old))),
            code: (it.code_used, it.code_size),
            other: (it.other_used, it.other_size),
            large: (it.large_used + self.large, it.large_size + pages_of_system(self.large)),
            new_large: self.new_large,
        }
    }
}

/// The bytes of whole pages of the system, which a large object takes.
fn pages_of_system(bytes: u64) -> u64 {
    bytes.div_ceil(4 * KB) * 4 * KB
}

fn with_rest((used, size): (u64, u64)) -> (u64, u64, u64) {
    (used, size, size.saturating_sub(used))
}
