//! The poll phase: whether it waits, what wakes it, and what it hands out.
//!
//! Follows libuv v1.52.1 `src/unix/core.c` (`uv__backend_timeout`), `src/unix/linux.c` (`uv__io_poll`), `src/threadpool.c` (`uv__work_done`) and
//! `src/unix/async.c`; rules N11 to N13: docs/node-semantics.md#n11.

use trace::{ChoiceKind, Event, Limit, Nanos, Phase, RequestId, Wake};

use super::clock::MS;
use super::event_loop::{Position, Turn};
use super::handles::HandleId;
use super::machine::Machine;

/// The results that one poll found, while they are handed out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Batch {
    delivered: usize,
    /// The number of results when the poll returned.
    found: usize,
    /// The virtual nanosecond at which the poll returned.
    at: u64,
    /// The first job that was submitted after the poll returned, or will be.
    before: RequestId,
}

impl Machine {
    /// `uv__backend_timeout` in ms; `None`: the wait has no end of its own.
    fn backend_timeout(&self) -> Option<u64> {
        if self.stopping || !self.has_active() || self.idle_active || self.handles.any_closing() {
            return Some(0);
        }
        self.timer.due_ms().map(|due| due.saturating_sub(self.clock.loop_ms()))
    }

    /// The rest of a timeout that counts from the cached loop time, in ms.
    ///
    /// Node has libuv measure its idle time (`UV_METRICS_IDLE_TIME`), so `uv__io_poll` first polls without waiting, updates the loop time and takes off
    /// the milliseconds that have passed by it.
    fn left_of(&mut self, timeout: u64) -> u64 {
        let cached = self.clock.loop_ms();
        self.clock.update();
        timeout.saturating_sub(self.clock.loop_ms() - cached)
    }

    /// `uv__io_poll`.
    pub(super) fn poll(&mut self) -> Option<Turn> {
        self.enter(Phase::Poll);
        self.spend(self.costs.poll);
        let timeout = self.backend_timeout().map(|ms| self.left_of(ms));
        let found = if timeout == Some(0) || self.pool.done_count() > 0 || self.handles.any_signalled() {
            self.results_ready(timeout)
        } else {
            match self.block(timeout) {
                Ok(found) => found,
                Err(end) => {
                    self.position = Position::Poll;
                    return Some(end);
                }
            }
        };
        self.clock.update();
        let (at, before) = (self.clock.now(), self.pool.next_request());
        self.go(Position::PoolResults(Batch { delivered: 0, found, at, before }))
    }

    /// The number of results for a poll that does not wait. Whether the first has already reached the loop may be a choice.
    fn results_ready(&mut self, timeout: Option<u64>) -> usize {
        if let Some(first) = self.pool.first_done() {
            let in_doubt = timeout == Some(0) && first.is_fresh(self.clock.now());
            return if in_doubt && self.ask(ChoiceKind::PollReady, 2) == 1 { 0 } else { self.pool.done_count() };
        }
        self.one_more_result(self.pool.next_request(), self.clock.now());
        self.pool.done_count()
    }

    /// Asks whether another of the jobs submitted before `before` has already ended when the poll returns at the virtual nanosecond `at`.
    fn one_more_result(&mut self, before: RequestId, at: u64) -> bool {
        let slack = self.clock.slack();
        if let Some(done) = self.pool.first_done() {
            return done.request < before && done.is_close_after(at, slack) && self.ask(ChoiceKind::PollReady, 2) == 1;
        }
        let Some(worker) = self.pool.nearly_done(before, at, slack) else { return false };
        let has_ended = self.ask(ChoiceKind::PollReady, 2) == 1;
        if has_ended {
            self.pool.complete_early(worker, self.clock.now(), &mut self.log);
        }
        has_ended
    }

    /// Waits in the kernel for the pool or the timer, and gives the number of results there are then; or the turn that ends the run.
    fn block(&mut self, timeout: Option<u64>) -> Result<usize, Turn> {
        // As epoll: from now on, in whole milliseconds. So timers keep the phase of the clock that they were set at.
        let until = timeout.map(|ms| self.clock.now().saturating_add(ms.saturating_mul(MS)));
        if until.is_none() && self.pool.next_completion().is_none() {
            self.leave(Phase::Poll);
            return Err(Turn::Stalled);
        }
        self.record(Event::PollBlocked { until: until.map(Nanos) });
        let asleep = self.clock.now();
        let wake = loop {
            let (woken_at, wake) = self.wake_up(until);
            if woken_at >= self.time_limit {
                self.wait_until(self.time_limit);
                return Err(Turn::Cut(Limit::VirtualTime));
            }
            self.wait_until(woken_at);
            // Without a result, a choice has let the job take longer.
            if wake == Wake::Timer || self.pool.done_count() > 0 {
                break wake;
            }
        };
        self.idle += self.clock.now() - asleep;
        self.record(Event::PollWoke { wake });
        if wake == Wake::Pool {
            self.spend(self.costs.poll_wake);
        }
        Ok(self.pool.done_count())
    }

    /// The virtual nanosecond at which a wait ends, and its cause. That is a choice where the next result and the timer are close.
    fn wake_up(&mut self, until: Option<u64>) -> (u64, Wake) {
        let until = until.unwrap_or(u64::MAX);
        while let Some(result) = self.pool.next_completion() {
            let plainly_pool = result <= until;
            let in_doubt = result.abs_diff(until) <= self.pool.next_doubt().saturating_add(self.clock.slack());
            let other_way = in_doubt && self.ask(ChoiceKind::PollReady, 2) == 1;
            match (plainly_pool, other_way) {
                (true, false) => return (result, Wake::Pool),
                (false, true) => {
                    self.pool.move_next_completion(until);
                    return (until, Wake::Pool);
                }
                // The job takes longer than the timer; the job after it may not.
                (true, true) => self.pool.move_next_completion(until + 1),
                (false, false) => break,
            }
        }
        (until, Wake::Timer)
    }

    /// `uv__work_done`: the results that were there when the poll returned, in order of completion.
    ///
    /// Where results are close together, the loop may have woken for fewer or more of them. That is asked result by result, and only where something runs
    /// before the next poll, so that the difference is visible.
    pub(super) fn pool_results(&mut self, batch: Batch) -> Option<Turn> {
        let Batch { delivered, found, .. } = batch;
        let in_question = delivered > 0 && (self.costs.every_race || self.idle_active || self.handles.any_closing());
        let one_more = if delivered < found {
            let fresh = self.pool.first_done().is_some_and(|next| next.is_fresh(self.clock.now()));
            !(in_question && fresh && self.ask(ChoiceKind::PollReady, 2) == 1)
        } else {
            in_question && self.one_more_result(batch.before, batch.at)
        };
        if one_more && let Some(request) = self.pool.deliver(self.clock.now(), &mut self.log) {
            self.position = Position::PoolResults(Batch { delivered: delivered + 1, ..batch });
            return Some(Turn::Deliver(request));
        }
        self.go(Position::Wakeups { visited: None })
    }

    /// `uv__async_io`: every signalled handle in order of opening.
    pub(super) fn wakeups(&mut self, visited: Option<HandleId>) -> Option<Turn> {
        if let Some(handle) = self.handles.take_signal(visited) {
            self.position = Position::Wakeups { visited: Some(handle) };
            return Some(Turn::Wakeup(handle));
        }
        self.leave(Phase::Poll);
        self.go(Position::Check)
    }
}
