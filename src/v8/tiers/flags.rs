//! The thresholds that differ between releases: `src/flags/flag-definitions.h` in V8 13.6 and 11.3, on x64.

use trace::Profile;

/// The thresholds. Budgets are bytes of bytecode; "invocations" are multiplied with the function's length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flags {
    /// `--maglev`.
    pub maglev: bool,
    /// `--invocation-count-for-feedback-allocation`; in 11.3 `--interrupt-budget-factor-for-feedback-allocation`.
    pub feedback: u32,
    /// `--interrupt-budget-for-feedback-allocation`, where that is no multiple of the length.
    pub feedback_budget: Option<u32>,
    /// `--invocation-count-for-maglev`.
    pub maglev_invocations: u32,
    /// `--invocation-count-for-maglev-with-delay`.
    pub maglev_delayed: u32,
    /// `--invocation-count-for-early-optimization`.
    pub early: u32,
    /// `--invocation-count-for-maglev-osr`.
    pub maglev_osr: u32,
    /// `--invocation-count-for-turbofan`. `--v8-options` prints 3000; with Maglev on, another flag makes it 10 000 (measured).
    pub turbofan_invocations: u32,
    /// `--interrupt-budget`, where TurboFan's threshold is no multiple of the length.
    pub turbofan_budget: Option<u32>,
    /// `--ticks-before-optimization`.
    pub ticks: u32,
    /// `--bytecode-size-allowance-per-tick`.
    pub bytes_per_tick: u32,
    /// `--max-bytecode-size-for-early-opt`.
    pub small_function: u32,
    /// `--invocation-count-for-osr`.
    pub osr: u32,
    /// `--minimum-invocations-after-ic-update`.
    pub after_ic_update: u32,
    /// Invocations after a deoptimisation by another map; measured, 500 and 600 one after the other by the flags.
    pub after_wrong_map: Option<u32>,
    /// Whether the budget begins anew when code is thrown away.
    pub deoptimization_resets_budget: bool,
    /// Whether forward jumps give back the bytes that they skip. (They do up to 11.x.)
    pub forward_jumps_give_back: bool,
    /// Whether a keyed load's feedback records that it met holes.
    pub holes_are_feedback: bool,
    /// `--max-optimized-bytecode-size`.
    pub max_optimized: u32,
    /// `--max-inlined-bytecode-size`, the same for Maglev.
    pub max_inlined: u32,
    /// `--max-inlined-bytecode-size-cumulative`, the same for Maglev.
    pub max_inlined_cumulative: u32,
    /// `--max-inlined-bytecode-size-small`, the same for Maglev.
    pub max_inlined_small: u32,
}

impl Flags {
    /// The thresholds of a release. Those of 18 and 22 are by their flags alone, and those of 26 are 24's: nothing compares them with real Node.
    #[must_use]
    pub fn of(profile: Profile) -> Self {
        let common = Self {
            maglev: true,
            feedback: 8,
            feedback_budget: None,
            maglev_invocations: 400,
            maglev_delayed: 600,
            early: 30,
            maglev_osr: 100,
            turbofan_invocations: 10_000,
            turbofan_budget: None,
            ticks: 0,
            bytes_per_tick: 150,
            small_function: 81,
            osr: 500,
            after_ic_update: 500,
            after_wrong_map: Some(1100),
            deoptimization_resets_budget: true,
            forward_jumps_give_back: false,
            holes_are_feedback: true,
            max_optimized: 61_440,
            max_inlined: 460,
            max_inlined_cumulative: 920,
            max_inlined_small: 27,
        };
        match profile {
            // V8 13.6, and 14.6.
            Profile::Node24 | Profile::Node26 => common,
            // V8 12.4: Maglev is off (22.9 and later).
            Profile::Node22 => Self { maglev: false, turbofan_invocations: 3000, maglev_invocations: 3000, osr: 800, ..common },
            // V8 10.2: no Maglev.
            Profile::Node18 => {
                let feedback_budget = Some(940);
                Self { feedback_budget, turbofan_budget: Some(135_168), bytes_per_tick: 1100, ..Self::of(Profile::Node20) }
            }
            // V8 11.3: Maglev is off.
            Profile::Node20 => Self {
                maglev: false,
                turbofan_budget: Some(67_584),
                ticks: 3,
                after_wrong_map: None,
                deoptimization_resets_budget: false,
                forward_jumps_give_back: true,
                holes_are_feedback: false,
                ..common
            },
        }
    }
}
