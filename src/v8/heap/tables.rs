//! The numbers measured for each release. `tests/heap/measured` keeps what real Node printed; docs/v8.md says in words what was found.

use trace::Profile;

use super::configuration::{Baseline, Sizes};

/// Sizes in bytes by `v8.getHeapSnapshot()` (`self_size`), except those of errors, by the difference of `used_heap_size`.
pub(super) fn sizes(profile: Profile) -> Sizes {
    let node24 =
        Sizes { array_buffer: 96, typed_array: 104, data_view: 88, name_dictionary_header: 64, date: 96, proxy: 32, regexp: 56, error_frame: 64 };
    let node20 = Sizes { array_buffer: 88, typed_array: 96, data_view: 80, date: 112, ..node24 };
    match profile {
        Profile::Node18 => Sizes { array_buffer: 80, name_dictionary_header: 56, ..node20 },
        Profile::Node20 | Profile::Node22 => node20,
        Profile::Node24 => node24,
        Profile::Node26 => Sizes { proxy: 40, error_frame: 48, ..node24 },
    }
}

/// Node's own share at a program's first line.
pub(super) fn baseline(profile: Profile) -> Baseline {
    match profile {
        Profile::Node18 => Baseline {
            rss: 43_364_352,
            new_used: 262_144,
            new_alive: 120_000,
            old_used: 2_655_000,
            old_size: 3_035_136,
            code_used: 434_368,
            code_size: 471_040,
            other_used: 257_888,
            other_size: 270_336,
            large_used: 0,
            large_size: 0,
            freed_by_full: 380_000,
            external: 46_849,
            array_buffers: 11_182,
            malloced: 254_104,
            peak_malloced: 99_952,
        },
        Profile::Node20 => Baseline {
            rss: 41_103_360,
            new_used: 200_000,
            new_alive: 100_000,
            old_used: 2_720_000,
            old_size: 2_850_816,
            code_used: 245_712,
            code_size: 262_144,
            other_used: 0,
            other_size: 0,
            large_used: 0,
            large_size: 0,
            freed_by_full: 400_000,
            external: 1_193_051,
            array_buffers: 10_511,
            malloced: 262_312,
            peak_malloced: 107_696,
        },
        Profile::Node22 => Baseline {
            rss: 44_515_328,
            new_used: 240_000,
            new_alive: 100_000,
            old_used: 2_600_000,
            old_size: 3_407_872,
            code_used: 250_000,
            code_size: 262_144,
            other_used: 700_000,
            other_size: 786_432,
            large_used: 0,
            large_size: 0,
            freed_by_full: 400_000,
            external: 1_312_217,
            array_buffers: 10_511,
            malloced: 262_312,
            peak_malloced: 107_696,
        },
        Profile::Node24 => Baseline {
            rss: 43_372_544,
            new_used: 260_000,
            new_alive: 130_000,
            old_used: 2_750_000,
            old_size: 3_407_872,
            code_used: 16_320,
            code_size: 262_144,
            other_used: 1_020_000,
            other_size: 1_310_720,
            large_used: 0,
            large_size: 0,
            freed_by_full: 100_000,
            external: 1_629_251,
            array_buffers: 137_503,
            malloced: 163_928,
            peak_malloced: 57_488,
        },
        Profile::Node26 => Baseline {
            rss: 42_704_896,
            new_used: 240_000,
            new_alive: 130_000,
            old_used: 2_860_000,
            old_size: 3_145_728,
            code_used: 16_320,
            code_size: 262_144,
            other_used: 1_034_616,
            other_size: 1_310_720,
            large_used: 0,
            large_size: 0,
            freed_by_full: 30_000,
            external: 1_681_955,
            array_buffers: 137_651,
            malloced: 163_928,
            peak_malloced: 57_488,
        },
    }
}
