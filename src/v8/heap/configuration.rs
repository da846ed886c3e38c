//! The heap of each release of Node, as a table of the differences. Measured on Node 18.20.8, 20.20.2, 22.23.3, 24.21.0 and 26.10.0 for Linux x64 unless a V8
//! source is named.

use serde::{Deserialize, Serialize};
use trace::Profile;

/// Bytes in a kibibyte.
pub const KB: u64 = 1024;
/// Bytes in a mebibyte.
pub const MB: u64 = 1024 * KB;

/// The moment at which the semispaces grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Growth {
    /// At the beginning of a scavenge, by the survivors of the earlier ones (V8 before 13).
    BeforeScavenge,
    /// At the end of a scavenge, by its own survivors.
    AfterScavenge,
}

/// The collection that comes when the memory of young buffers grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExternalPressure {
    /// A scavenge once young buffers hold so many bytes, and a mark-compact by the total (V8 before 13).
    Scavenge(u64),
    /// Only a mark-compact by the total.
    MarkCompact,
}

/// Sizes that differ, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sizes {
    /// `JSArrayBuffer` with Node's two embedder fields.
    pub array_buffer: u64,
    /// `JSTypedArray`.
    pub typed_array: u64,
    /// `JSDataView`.
    pub data_view: u64,
    /// The fields of a `NameDictionary` before its entries.
    pub name_dictionary_header: u64,
    /// `JSDate` with the number that it holds.
    pub date: u64,
    /// `JSProxy`.
    pub proxy: u64,
    /// `JSRegExp` with the parts that a literal allocates anew.
    pub regexp: u64,
    /// Each frame of an error's stack.
    pub error_frame: u64,
}

/// Bytes in use when the first line of a program runs (no `require`), as `process.memoryUsage()` and `v8.getHeapSpaceStatistics()` say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    /// Bytes of the resident set.
    pub rss: u64,
    /// New space in use.
    pub new_used: u64,
    /// The part of it that the first scavenge finds alive.
    pub new_alive: u64,
    /// Old space in use.
    pub old_used: u64,
    /// Old space committed.
    pub old_size: u64,
    /// Code space in use.
    pub code_used: u64,
    /// Code space committed.
    pub code_size: u64,
    /// Map space (18) or trusted space (24, 26) in use.
    pub other_used: u64,
    /// Map space or trusted space committed.
    pub other_size: u64,
    /// Large objects in use.
    pub large_used: u64,
    /// Large objects committed.
    pub large_size: u64,
    /// The bytes that a full collection frees of old space and code space (bytecode and code flushing, bootstrap garbage).
    pub freed_by_full: u64,
    /// `external`.
    pub external: u64,
    /// `arrayBuffers`.
    pub array_buffers: u64,
    /// `malloced_memory`.
    pub malloced: u64,
    /// `peak_malloced_memory`.
    pub peak_malloced: u64,
}

/// The heap of one Node, with the flags that bear on it. Bytes are true bytes; [`super::Scale`] divides the capacities among them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Configuration {
    /// The release of Node, and so of V8.
    pub profile: Profile,
    /// Initial capacity of a semispace; `--min-semi-space-size`.
    pub initial_semi_space: u64,
    /// `--max-semi-space-size`.
    pub max_semi_space: u64,
    /// `--semi-space-growth-factor`.
    pub semi_space_growth_factor: u64,
    /// `--max-old-space-size`: the old generation, all spaces but the new one.
    pub max_old_space: u64,
    /// `--initial-old-space-size` or, without it, 512 MB but at most half of `max_old_space`.
    pub initial_old_space: u64,
    /// The capacity of a page of a semispace.
    pub page_area: u64,
    /// The moment at which the semispaces grow.
    pub growth: Growth,
    /// The collections that young buffers lead to.
    pub external_pressure: ExternalPressure,
    /// Bytes allocated from one step of incremental marking to the next.
    pub marking_step: u64,
    /// Bytes marked from one such step to the next, by the program's thread and by those that mark beside it.
    pub marked_by_step: u64,
    /// Whether there is no scavenge while marking goes on: an object without room in the new space goes to the old generation
    /// (`--separate-gc-phases`).
    pub separate_phases: bool,
    /// The share of the survivors that V8 counts as such: it misses the ends of pages and buffers. Until the first mark-compact, the old generation's limit
    /// shrinks by this at each scavenge, even where all survive.
    pub counted_survival: f64,
    /// The name of a mark-compact in traces.
    pub mark_compact_name: &'static str,
    /// The sizes that differ, in bytes.
    pub sizes: Sizes,
    /// Node's own share.
    pub baseline: Baseline,
}

impl Configuration {
    /// Node without flags, on a machine with at least 16 GB.
    #[must_use]
    pub fn new(profile: Profile) -> Self {
        let old = profile < Profile::Node24;
        Self {
            profile,
            initial_semi_space: MB,
            max_semi_space: match profile {
                Profile::Node24 => 64 * MB,
                Profile::Node26 => 32 * MB,
                Profile::Node18 | Profile::Node20 | Profile::Node22 => 16 * MB,
            },
            semi_space_growth_factor: 2,
            max_old_space: 4096 * MB,
            initial_old_space: 512 * MB,
            page_area: match profile {
                Profile::Node18 => 257_744,
                Profile::Node20 => 257_720,
                Profile::Node22 => 257_728,
                Profile::Node24 | Profile::Node26 => 262_128,
            },
            growth: if old { Growth::BeforeScavenge } else { Growth::AfterScavenge },
            external_pressure: if old { ExternalPressure::Scavenge(32 * MB) } else { ExternalPressure::MarkCompact },
            marking_step: 64 * KB,
            marked_by_step: 256 * KB,
            separate_phases: !old,
            counted_survival: if profile < Profile::Node22 { 0.965 } else { 1.0 },
            mark_compact_name: if profile == Profile::Node18 { "Mark-sweep" } else { "Mark-Compact" },
            sizes: super::tables::sizes(profile),
            baseline: super::tables::baseline(profile),
        }
    }

    /// With `--max-old-space-size`, in megabytes.
    #[must_use]
    pub fn with_max_old_space(mut self, megabytes: u64) -> Self {
        self.max_old_space = megabytes.saturating_mul(MB);
        self.initial_old_space = self.initial_old_space.min(self.max_old_space / 2);
        self
    }

    /// With `--max-semi-space-size`, in megabytes; V8 rounds up to a power of two.
    #[must_use]
    pub fn with_max_semi_space(mut self, megabytes: u64) -> Self {
        self.max_semi_space = megabytes.max(1).next_power_of_two().saturating_mul(MB);
        self.initial_semi_space = self.initial_semi_space.min(self.max_semi_space);
        self
    }

    /// With `--single-threaded-gc`: no thread marks beside the program, and marking takes as long as it does there.
    #[must_use]
    pub fn with_single_threaded_gc(mut self) -> Self {
        self.marking_step = match self.profile {
            Profile::Node18 | Profile::Node20 => 128 * KB,
            Profile::Node22 => MB,
            Profile::Node24 | Profile::Node26 => 64 * KB,
        };
        self.marked_by_step = 64 * KB;
        self
    }

    /// `heap_size_limit`: the old generation and three semispaces.
    #[must_use]
    pub fn heap_size_limit(&self) -> u64 {
        self.max_old_space + 3 * self.max_semi_space
    }
}
