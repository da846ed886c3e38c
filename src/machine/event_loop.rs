//! `uv_run` as a machine that is resumed: it says what to run, and is called again when that has run.
//!
//! Follows libuv v1.52.1 `src/unix/core.c` (`uv_run`), and v1.44.2 for Node 18. Rules N8 to N11, N14 and N15: docs/node-semantics.md#n8.
//!
//! What the trace shows: `timers`, `poll` and `check` are entered and left in every iteration, whether or not there is anything to do, since
//! they are where a program's fate is decided ("not due yet", "nothing ready", "no immediates"). `pending`, `idle`, `prepare` and `closing` are entered
//! only when there is something to run; Node's idle handle has an empty callback, its whole effect is that the poll does not block.

use trace::{ChoiceKind, Event, Limit, Phase, RequestId};

use super::handles::HandleId;
use super::machine::Machine;
use super::poll::Batch;

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
    /// Whether there is another iteration.
    Iteration,
    Timers,
    TimersRan,
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
            Position::TimersRan => self.timers_ran(),
            Position::Iteration => self.begin_iteration(),
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

    pub(super) fn go(&mut self, to: Position) -> Option<Turn> {
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
        self.entering = true;
        self.go(self.next_round())
    }

    /// Where a round begins: when `uv_run` is called, and behind the closing phase.
    fn next_round(&self) -> Position {
        if self.timers_lead { Position::Iteration } else { Position::Timers }
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
        if expired { self.run_timers() } else { self.leave_timers() }
    }

    fn run_timers(&mut self) -> Option<Turn> {
        self.timer.stop();
        self.position = Position::TimersRan;
        Some(Turn::RunTimers)
    }

    /// Node armed its timer again, and the microtasks behind it may have moved the cached time on beyond that, by setting another.
    fn timers_ran(&mut self) -> Option<Turn> {
        let due_again = self.timer.due_ms().is_some_and(|due| due <= self.clock.loop_ms());
        if self.timers_again && due_again { self.run_timers() } else { self.leave_timers() }
    }

    fn leave_timers(&mut self) -> Option<Turn> {
        self.leave(Phase::Timers);
        self.go(if self.timers_lead { Position::Poll } else { Position::Iteration })
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
        self.idle_active || self.immediates_wait || self.handles.any_closing() || self.handles.any_signalled() || self.pool.outstanding()
    }

    fn begin_iteration(&mut self) -> Option<Turn> {
        let is_first = std::mem::take(&mut self.entering);
        if !(is_first || self.is_alive()) || self.stopping {
            return self.finish();
        }
        self.iteration = self.iteration.saturating_add(1);
        self.go(if self.timers_lead { Position::Timers } else { Position::Poll })
    }

    /// `uv__run_closing_handles`.
    fn closing(&mut self) -> Option<Turn> {
        if !self.handles.any_closing() {
            return self.go(self.next_round());
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
        self.go(self.next_round())
    }

    pub(super) fn enter(&mut self, phase: Phase) {
        self.spend(self.costs.phase);
        self.record(Event::PhaseEntered { phase, iteration: self.iteration });
    }

    pub(super) fn leave(&mut self, phase: Phase) {
        self.record(Event::PhaseLeft { phase });
    }
}
