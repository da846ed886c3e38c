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
    /// Handing out what the poll found; `delivered` results so far.
    PoolResults {
        delivered: usize,
        batch: usize,
    },
    Wakeups {
        visited: Option<HandleId>,
    },
    Check,
    CheckRan,
    Closing,
    CloseCallbacks(Vec<HandleId>),
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
                self.spend_quietly(turn);
                return turn;
            }
        }
    }

    fn spend_quietly(&mut self, turn: Turn) {
        match turn {
            Turn::RunTimers | Turn::Deliver(_) | Turn::CheckImmediates | Turn::Close(_) | Turn::Wakeup(_) => self.spend(self.costs.callback),
            Turn::Idle | Turn::Stalled | Turn::Cut(_) => {}
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
            Position::PoolResults { delivered, batch } => self.pool_results(delivered, batch),
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
        let plainly = self.clock.seen() / MS >= due;
        let in_doubt = if plainly { self.clock.earliest_ms() < due } else { self.clock.latest_ms() >= due };
        if in_doubt && self.more_to_do() && self.ask(ChoiceKind::TimerExpired, 2) == 1 {
            if plainly {
                self.clock.hold_at(due - 1);
            } else {
                self.jump_to_ms(due);
            }
        }
        self.clock.update();
        self.clock.loop_ms() >= due
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
            self.ready_at_once(timeout)
        } else {
            match self.block(timeout) {
                Ok(found) => found,
                Err(turn) => {
                    self.position = Position::Poll;
                    return Some(turn);
                }
            }
        };
        self.clock.update();
        if found {
            return self.go(Position::PoolResults { delivered: 0, batch: self.pool.done_count() });
        }
        self.leave(Phase::Poll);
        self.go(Position::Check)
    }

    /// What a poll that does not wait finds. Whether the newest result has already reached the loop may be a choice.
    fn ready_at_once(&mut self, timeout: Option<u64>) -> bool {
        let pool_is_ready = match self.pool.first_done() {
            Some(first) => {
                let fresh = self.clock.now() - first.at < self.costs.pool_window;
                !(timeout == Some(0) && fresh && self.ask(ChoiceKind::PollReady, 2) == 1)
            }
            None => self.next_result_is_close() && self.ask(ChoiceKind::PollReady, 2) == 1 && self.await_next_result(),
        };
        pool_is_ready || self.handles.any_signalled()
    }

    fn next_result_is_close(&self) -> bool {
        self.pool.next_completion().is_some_and(|at| at - self.clock.now() < self.costs.pool_window)
    }

    /// A choice: the poll came late enough for the next result.
    fn await_next_result(&mut self) -> bool {
        if let Some(at) = self.pool.next_completion() {
            self.work_until(at);
        }
        true
    }

    /// Waits in the kernel. `Ok(true)`: woken by a worker; `Ok(false)`: the time is over.
    fn block(&mut self, timeout: Option<u64>) -> Result<bool, Turn> {
        let until = timeout.map(|ms| self.clock.now().saturating_add(ms.saturating_mul(MS)));
        let Some(woken_at) = self.wake_time(until) else {
            self.leave(Phase::Poll);
            return Err(Turn::Stalled);
        };
        self.record(Event::PollBlocked { until });
        if woken_at.0 > self.time_limit {
            self.clock.wait_until(self.time_limit);
            return Err(Turn::Cut(Limit::VirtualTime));
        }
        self.clock.wait_until(woken_at.0);
        match woken_at.1 {
            Wake::Timer => {
                self.clock.look();
                self.record(Event::PollWoke { wake: Wake::Timer });
                Ok(false)
            }
            Wake::Pool => {
                self.work_until(woken_at.0);
                self.record(Event::PollWoke { wake: Wake::Pool });
                self.spend(self.costs.poll_wake);
                Ok(true)
            }
        }
    }

    /// What ends the wait, and when. A choice where the next result and the timer are close.
    fn wake_time(&mut self, until: Option<u64>) -> Option<(u64, Wake)> {
        let result = self.pool.next_completion();
        let (result, until) = match (result, until) {
            (None, None) => return None,
            (Some(result), None) => return Some((result, Wake::Pool)),
            (None, Some(until)) => return Some((until, Wake::Timer)),
            (Some(result), Some(until)) => (result, until),
        };
        let is_close = result.abs_diff(until) <= self.pool.next_uncertainty();
        let other_way = is_close && self.ask(ChoiceKind::PollReady, 2) == 1;
        if other_way {
            self.pool.move_next_completion(if result <= until { until + 1 } else { until });
        }
        let pool_first = (result <= until) != other_way;
        Some(if pool_first { (result.min(until), Wake::Pool) } else { (until, Wake::Timer) })
    }

    /// `uv__work_done`: the results that were there when the poll returned, in order of completion.
    fn pool_results(&mut self, delivered: usize, batch: usize) -> Option<Turn> {
        if delivered < batch && !(delivered > 0 && self.next_result_came_later()) {
            let request = self.pool.deliver(self.clock.now(), &mut self.log)?;
            self.position = Position::PoolResults { delivered: delivered + 1, batch };
            return Some(Turn::Deliver(request));
        }
        self.go(Position::Wakeups { visited: None })
    }

    /// Of results that are close together, the loop may have woken for the first alone. It is asked only where there is something to do before the next poll.
    fn next_result_came_later(&mut self) -> bool {
        let Some(next) = self.pool.first_done() else { return false };
        let fresh = self.clock.now() - next.at < self.costs.pool_window;
        let matters = self.idle_active || self.handles.any_closing();
        fresh && matters && self.ask(ChoiceKind::PollReady, 2) == 1
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
