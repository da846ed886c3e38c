//! Virtual time: one monotonic clock in integer nanoseconds, libuv's cached whole milliseconds, and how sure either is.
//!
//! Follows libuv v1.52.1 `src/uv-common.h` (`uv__update_time`) and `src/unix/core.c`: `loop->time` is the floor of the monotonic clock in ms.
//! The time that a computer needs for a piece of work is only estimated here, so the clock also knows the band in which the true clock would be.

/// Nanoseconds in a millisecond.
pub const MS: u64 = 1_000_000;

/// The clock of one process. Times and durations are virtual nanoseconds, except where a name ends in `ms`.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    /// The trace's time, which never goes back.
    now: u64,
    /// The distance by which the program's clock is behind the trace's. It grows when a choice says that work took less than was estimated.
    lag: u64,
    /// `loop->time`.
    loop_ms: u64,
    /// The estimated part of the time since anybody looked at the clock: the true clock may be behind by that much.
    maybe_less: u64,
    /// The most by which the work since anybody looked at the clock may have taken longer than estimated, beyond `window`.
    maybe_more: u64,
    /// The distance by which the true clock may always be ahead: the unknown phase of the millisecond, and a scheduler's whims.
    window: u64,
}

impl Clock {
    pub fn new(start: u64, window: u64) -> Self {
        Self { now: start, lag: 0, loop_ms: start / MS, maybe_less: 0, maybe_more: 0, window }
    }

    pub fn now(&self) -> u64 {
        self.now
    }

    /// The program's own clock in nanoseconds.
    pub fn seen(&self) -> u64 {
        self.now - self.lag
    }

    pub fn loop_ms(&self) -> u64 {
        self.loop_ms
    }

    pub fn seen_ms(&self) -> u64 {
        self.seen() / MS
    }

    /// Lets estimated work go on until the trace time `to`.
    pub fn work_until(&mut self, to: u64) {
        self.maybe_less += to.saturating_sub(self.now);
        self.now = self.now.max(to);
    }

    /// Waits until the trace time `to`. The clock itself ends a wait, so none of it is estimated.
    pub fn wait_until(&mut self, to: u64) {
        self.now = self.now.max(to);
        self.maybe_less = 0;
    }

    /// Says that the work just done may have taken up to `ns` nanoseconds more.
    pub fn may_take(&mut self, ns: u64) {
        self.maybe_more += ns;
    }

    /// Notes that the program looked at its clock: the true clock can't be before the time that it saw.
    pub fn look(&mut self) {
        self.maybe_less = 0;
    }

    /// `uv__update_time` by plain arithmetic.
    pub fn update(&mut self) {
        self.loop_ms = self.loop_ms.max(self.seen_ms());
    }

    /// The most by which the work so far may have taken longer, beyond the ordinary.
    pub fn slack(&self) -> u64 {
        self.maybe_more
    }

    /// The millisecond that the true clock can't be before.
    pub fn earliest_ms(&self) -> u64 {
        (self.seen().saturating_sub(self.maybe_less) / MS).max(self.loop_ms)
    }

    /// The millisecond that the true clock can't be after.
    pub fn latest_ms(&self) -> u64 {
        (self.seen() + self.window + self.maybe_more) / MS
    }

    /// The trace time at which the program's clock shows the millisecond `ms`; never before the present.
    pub fn when(&self, ms: u64) -> u64 {
        (ms * MS + self.lag).max(self.now)
    }

    /// Follows a choice that the work since the last look was done sooner than estimated, and that the program's clock still shows `ms`.
    pub fn hold_at(&mut self, ms: u64) {
        let last_of_it = (ms + 1) * MS - 1;
        let back = self.seen().saturating_sub(last_of_it);
        self.lag += back;
        self.maybe_less = self.maybe_less.saturating_sub(back);
    }

    /// Follows a choice that the work since the last look took longer than estimated. The caller has advanced the clock to the chosen millisecond.
    pub fn reached(&mut self) {
        self.maybe_less = 0;
        self.maybe_more = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milliseconds_are_the_floor() {
        let mut clock = Clock::new(24 * MS, MS);
        clock.work_until(25 * MS - 1);
        clock.update();
        assert_eq!(clock.loop_ms(), 24);
        clock.work_until(25 * MS);
        clock.update();
        assert_eq!(clock.loop_ms(), 25);
    }

    #[test]
    fn estimates_leave_a_band_and_looking_narrows_it() {
        let mut clock = Clock::new(24 * MS, MS / 2);
        clock.work_until(26 * MS);
        assert_eq!((clock.earliest_ms(), clock.latest_ms()), (24, 26));
        clock.look();
        assert_eq!((clock.earliest_ms(), clock.latest_ms()), (26, 26));
        clock.may_take(MS);
        assert_eq!(clock.latest_ms(), 27);
    }

    #[test]
    fn holding_back_keeps_the_trace_monotonic() {
        let mut clock = Clock::new(24 * MS, MS);
        clock.work_until(25 * MS + 10);
        clock.hold_at(24);
        clock.update();
        assert_eq!((clock.now(), clock.loop_ms()), (25 * MS + 10, 24));
        assert_eq!(clock.when(25), 25 * MS + 11, "one more nanosecond and the program's clock shows 25");
    }
}
