//! `uv_run` as a machine that is resumed: it says what to run, and is called again when that has run.
//!
//! Follows libuv v1.52.1 `src/unix/core.c` (`uv_run`, `uv__backend_timeout`) and `src/unix/linux.c` (`uv__io_poll`); NODE.md N8–N15.
//!
//! What the trace shows: `timers`, `poll` and `check` are entered and left in every iteration, whether or not there is anything to do, since
//! they are where a program's fate is decided ("not due yet", "nothing ready", "no immediates"). `pending`, `idle`, `prepare` and `closing` are entered
//! only when there is something to run; Node's idle handle has an empty callback, its whole effect is that the poll does not block.

use crate::trace::{ChoiceKind, Event, Limit, Phase, RequestId, Wake};

use super::clock::MS;
use super::close::HandleId;
use super::machine::Machine;

/// What the host does next; it does it, then calls [`Machine::next_turn`] again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Node's timer expired: `RunTimers` of env.cc.
    RunTimers,
    /// A pool job's `after_work`.
    Deliver(RequestId),
    /// Node's check handle, in every iteration: `CheckImmediate` of env.cc. There may be no immediates.
    CheckImmediates,
    /// A handle's close callback.
    Close(HandleId),
    /// An async handle's callback.
    Wakeup(HandleId),
    /// `uv_run` returned: nothing is alive, or it was stopped. The next call begins another `uv_run`.
    Idle,
    /// Something is alive, but nothing can ever happen: real Node would hang here.
    Stalled,
    /// A bound was reached.
    Cut(Limit),
}

/// Where `uv_run` is to go on.
#[derive(Clone, Debug, Default)]
pub(super) enum Position {
    #[default]
    Outside,
    Timers,
    TimersRan,
    AfterTimers,
    Poll,
    PoolResults(Batch),
    Wakeups {
        visited: Option<HandleId>,
    },
    Check,
    CheckRan,
    Closing,
    CloseCallbacks(Vec<HandleId>),
}

/// Handing out what a poll found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Batch {
    delivered: usize,
    /// How many results there were when the poll returned.
    found: usize,
    /// When the poll returned.
    at: u64,
    /// Jobs from here on were submitted since.
    before: RequestId,
}

impl Machine {
    /// Goes on to the next thing that the host must run.
    pub fn next_turn(&mut self) -> Turn {
        self.late_once = false;
        loop {
            if self.time_is_up() {
                return Turn::Cut(Limit::VirtualTime);
            }
            if let Some(turn) = self.advance() {
                if !matches!(turn, Turn::Idle | Turn::Stalled | Turn::Cut(_)) {
                    self.spend(self.costs.callback);
                }
                return turn;
            }
        }
    }

    /// One transition; `None`: go on.
    fn advance(&mut self) -> Option<Turn> {
        match std::mem::take(&mut self.position) {
            Position::Outside => self.begin(),
            Position::Timers => self.timers(),
            Position::TimersRan => {
                self.leave(Phase::Timers);
                self.go(Position::AfterTimers)
            }
            Position::AfterTimers => self.begin_iteration(),
            Position::Poll => self.poll(),
            Position::PoolResults(batch) => self.pool_results(batch),
            Position::Wakeups { visited } => self.wakeups(visited),
            Position::Check => {
                self.enter(Phase::Check);
                self.position = Position::CheckRan;
                Some(Turn::CheckImmediates)
            }
            Position::CheckRan => {
                self.leave(Phase::Check);
                self.go(Position::Closing)
            }
            Position::Closing => self.closing(),
            Position::CloseCallbacks(list) => self.close_callbacks(list),
        }
    }

    fn go(&mut self, to: Position) -> Option<Turn> {
        self.position = to;
        None
    }

    /// `uv_run` is called.
    fn begin(&mut self) -> Option<Turn> {
        if !self.is_alive() || self.stopping {
            self.clock.update();
            return self.finish();
        }
        if self.iteration == 0 {
            self.spend(self.costs.loop_start);
        }
        self.go(Position::Timers)
    }

    fn finish(&mut self) -> Option<Turn> {
        self.stopping = false;
        self.position = Position::Outside;
        Some(Turn::Idle)
    }

    /// `uv__update_time` and `uv__run_timers`.
    fn timers(&mut self) -> Option<Turn> {
        self.enter(Phase::Timers);
        let expired = self.timer_expired();
        if !expired {
            return self.go(Position::TimersRan);
        }
        self.timer.stop();
        self.position = Position::TimersRan;
        Some(Turn::RunTimers)
    }

    /// Updates the loop time; whether Node's timer is due by it. A choice where that is within what estimates can't tell.
    fn timer_expired(&mut self) -> bool {
        let Some(due) = self.timer.due_ms() else {
            self.clock.update();
            return false;
        };
        let plainly = self.clock.seen_ms() >= due;
        if plainly {
            if self.clock.earliest_ms() < due && self.more_to_do() && self.ask(ChoiceKind::TimerExpired, 2) == 1 {
                self.clock.hold_at(due - 1);
            }
        } else if self.clock.latest_ms() >= due && self.more_to_do() {
            // Just due, or as late as can be: only what makes the band wide (a slow first `console.log`) makes that differ.
            let latest = self.clock.latest_ms();
            match self.ask(ChoiceKind::TimerExpired, if latest > due + 1 { 3 } else { 2 }) {
                0 => {}
                1 => self.jump_to_ms(due),
                _ => self.jump_to_ms(latest),
            }
        }
        self.clock.update();
        let expired = self.clock.loop_ms() >= due;
        if expired {
            self.find_next_due_as_well();
        }
        expired
    }

    /// A choice: the look at the clock comes so late that the next JavaScript timer is due in the same pass.
    fn find_next_due_as_well(&mut self) {
        let next = self.timer.next_after(self.clock.loop_ms());
        if let Some(next) = next.filter(|next| *next <= self.clock.latest_ms())
            && self.ask(ChoiceKind::TimerExpired, 2) == 1
        {
            self.jump_to_ms(next);
        }
    }

    /// Whether anything but the timer waits for its turn, so that the timer's coming before or after it can be told.
    fn more_to_do(&self) -> bool {
        self.idle_active || self.handles.any_closing() || self.handles.any_signalled() || self.pool.outstanding()
    }

    fn begin_iteration(&mut self) -> Option<Turn> {
        if !self.is_alive() || self.stopping {
            return self.finish();
        }
        self.iteration = self.iteration.saturating_add(1);
        self.go(Position::Poll)
    }

    /// `uv__backend_timeout` in ms; `None`: wait for as long as it takes.
    fn backend_timeout(&self) -> Option<u64> {
        if self.stopping || !self.has_active() || self.idle_active || self.handles.any_closing() {
            return Some(0);
        }
        self.timer.due_ms().map(|due| due.saturating_sub(self.clock.loop_ms()))
    }

    /// `uv__io_poll`.
    fn poll(&mut self) -> Option<Turn> {
        self.enter(Phase::Poll);
        self.spend(self.costs.poll);
        let timeout = self.backend_timeout();
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

    /// How many results a poll finds that does not wait. Whether the first has already reached the loop may be a choice.
    fn results_ready(&mut self, timeout: Option<u64>) -> usize {
        if let Some(first) = self.pool.first_done() {
            let in_doubt = timeout == Some(0) && first.is_fresh(self.clock.now());
            return if in_doubt && self.ask(ChoiceKind::PollReady, 2) == 1 { 0 } else { self.pool.done_count() };
        }
        self.one_more_result(self.pool.next_request(), self.clock.now());
        self.pool.done_count()
    }

    /// A choice: of the jobs submitted before `before`, another one has ended already when the poll returns `at` this time.
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

    /// Waits in the kernel for the pool or the timer. Gives how many results there are then.
    fn block(&mut self, timeout: Option<u64>) -> Result<usize, Turn> {
        // As epoll: from now on, not from the cached loop time. So timers keep the phase of the clock that they were set at.
        let until = timeout.map(|ms| self.clock.now().saturating_add(ms.saturating_mul(MS)));
        if until.is_none() && self.pool.next_completion().is_none() {
            self.leave(Phase::Poll);
            return Err(Turn::Stalled);
        }
        self.record(Event::PollBlocked { until });
        let (woken_at, wake) = self.wake_up(until);
        if woken_at >= self.time_limit {
            self.wait_until(self.time_limit);
            return Err(Turn::Cut(Limit::VirtualTime));
        }
        self.wait_until(woken_at);
        self.record(Event::PollWoke { wake });
        if wake == Wake::Pool {
            self.spend(self.costs.poll_wake);
        }
        Ok(self.pool.done_count())
    }

    /// What ends a wait, and when. A choice where the next result and the timer are close.
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
                // It takes longer than the timer; the one after it may not.
                (true, true) => self.pool.move_next_completion(until + 1),
                (false, false) => break,
            }
        }
        (until, Wake::Timer)
    }

    /// `uv__work_done`: the results that were there when the poll returned, in order of completion.
    ///
    /// Of results that are close together, the loop may have woken for fewer or more. That is asked result by result, and only where there is something to do
    /// before the next poll, so that it can be told.
    fn pool_results(&mut self, batch: Batch) -> Option<Turn> {
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
    fn wakeups(&mut self, visited: Option<HandleId>) -> Option<Turn> {
        if let Some(handle) = self.handles.take_signal(visited) {
            self.position = Position::Wakeups { visited: Some(handle) };
            return Some(Turn::Wakeup(handle));
        }
        self.leave(Phase::Poll);
        self.go(Position::Check)
    }

    /// `uv__run_closing_handles`.
    fn closing(&mut self) -> Option<Turn> {
        if !self.handles.any_closing() {
            return self.go(Position::Timers);
        }
        self.enter(Phase::Closing);
        let list = self.handles.take_closing();
        self.go(Position::CloseCallbacks(list))
    }

    fn close_callbacks(&mut self, mut list: Vec<HandleId>) -> Option<Turn> {
        if let Some(handle) = list.pop() {
            self.position = Position::CloseCallbacks(list);
            return Some(Turn::Close(handle));
        }
        self.leave(Phase::Closing);
        self.go(Position::Timers)
    }

    fn enter(&mut self, phase: Phase) {
        self.spend(self.costs.phase);
        self.record(Event::PhaseEntered { phase, iteration: self.iteration });
    }

    fn leave(&mut self, phase: Phase) {
        self.record(Event::PhaseLeft { phase });
    }
}
