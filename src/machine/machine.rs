//! The machine: the calls that a host makes from inside callbacks. `event_loop` has `next_turn`, which names the callback to run next.
//! Rules D1 and D2: docs/node-semantics.md#d1.

use trace::{Event, Profile, RequestId};

use super::choice::{ChoiceMade, Choices};
use super::clock::Clock;
use super::costs::Costs;
use super::event_loop::Position;
use super::files::Disk;
use super::handles::{HandleId, HandleKind, Handles};
use super::log::Log;
use super::spin::Spin;
use super::thread_pool::{Doubt, PoolRequest, ThreadPool};
use super::timer::Timer;
use trace::ChoiceKind;

/// The settings of a machine.
#[derive(Clone, Debug)]
pub struct Config {
    /// The Node release whose libuv and costs it follows.
    pub profile: Profile,
    /// `UV_THREADPOOL_SIZE`, clamped to 1 … 1024.
    pub pool_size: u16,
    /// The option to take at each question, in the order of the questions; behind the list's end, option 0.
    pub choices: Vec<u16>,
    /// Whether events are kept for `take_events`.
    pub recording: bool,
    /// The durations of all work.
    pub costs: Costs,
    /// The wall clock's time when the process starts: nanoseconds since the Unix epoch.
    pub unix_start: u64,
    /// The run is cut when its clock gets here, in virtual nanoseconds.
    pub time_limit: u64,
}

impl Config {
    /// The settings of a machine under this release of Node.
    #[must_use]
    pub fn of(profile: Profile) -> Self {
        Self {
            profile,
            pool_size: 4,
            choices: Vec::new(),
            recording: true,
            costs: Costs::of(profile),
            // 2026-01-01T00:00:00Z
            unix_start: 1_767_225_600_000_000_000,
            time_limit: 24 * 3_600_000_000_000,
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self::of(Profile::default())
    }
}

/// One process' libuv loop, thread pool, clock and disk.
///
/// The host calls [`Machine::next_turn`], runs what it names, and calls it again. While it runs JavaScript it calls everything else here.
#[derive(Clone, Debug)]
pub struct Machine {
    pub(super) costs: Costs,
    /// The virtual nanosecond at which the run is cut.
    pub(super) time_limit: u64,
    pub(super) clock: Clock,
    pub(super) timer: Timer,
    pub(super) pool: ThreadPool,
    pub(super) handles: Handles,
    pub(super) choices: Choices,
    pub(super) log: Log,
    pub(super) position: Position,
    /// Whether timers run at the top of each iteration, behind the test whether anything is alive. Otherwise they run at its bottom, before that test.
    pub(super) timers_lead: bool,
    /// Whether a timer that is due by the cached loop time when its callback returns runs again in the same phase, not in the next.
    pub(super) timers_again: bool,
    /// `uv_run`'s iteration, from 1; 0 before the first.
    pub(super) iteration: u32,
    /// Node's idle handle is active: at least one ref'd immediate is outstanding.
    pub(super) idle_active: bool,
    /// Immediates wait for the check phase, even if all of them are unref'd and keep nothing alive.
    pub(super) immediates_wait: bool,
    /// `uv_run` found something alive when it was called: its first iteration comes, even if the timers before it were all the work.
    pub(super) entering: bool,
    /// `loop->stop_flag`.
    pub(super) stopping: bool,
    /// A choice already made one of a timer's reads of the clock come a millisecond late in this stretch of JavaScript.
    pub(super) late_once: bool,
    /// The time that the loop has slept in the poll phase, in virtual nanoseconds (`uv_metrics_idle_time`).
    pub(super) idle: u64,
    spin: Spin,
    /// Nanoseconds since the Unix epoch at virtual time 0.
    unix_start: u64,
    disk: Disk,
}

impl Machine {
    /// A process that has not run anything, with an empty disk.
    #[must_use]
    pub fn new(config: Config) -> Self {
        let Config { profile, pool_size, choices, recording, costs, unix_start, time_limit } = config;
        Self {
            // libuv 1.45 moved the timers behind the poll; Node 20 was the first to have it.
            timers_lead: profile < Profile::Node20,
            // libuv 1.48 made `uv__run_timers` collect what is due before it calls any; Node 22 was the first to have it.
            timers_again: profile < Profile::Node22,
            time_limit,
            clock: Clock::new(costs.bootstrap, costs.clock_window),
            timer: Timer::default(),
            pool: ThreadPool::new(
                pool_size,
                Doubt {
                    window: costs.pool_window,
                    percent: costs.job_doubt_percent,
                    thread_start: costs.thread_start_window,
                    every_race: costs.every_race,
                },
            ),
            handles: Handles::default(),
            choices: Choices::new(choices),
            log: Log::new(recording),
            position: Position::default(),
            iteration: 0,
            idle_active: false,
            immediates_wait: false,
            entering: false,
            stopping: false,
            late_once: false,
            idle: 0,
            spin: Spin::default(),
            disk: Disk::new(i64::try_from(unix_start).unwrap_or(i64::MAX)),
            unix_start,
            costs,
        }
    }

    // — time —

    /// The trace's time: virtual nanoseconds since the process started. Never goes back.
    #[must_use]
    pub fn now_ns(&self) -> u64 {
        self.clock.now()
    }

    /// The time that the loop has slept in its poll phase: virtual nanoseconds.
    #[must_use]
    pub fn idle_ns(&self) -> u64 {
        self.idle
    }

    /// The program reads its clock (`hrtime`, `performance.now`, `Date.now`): virtual nanoseconds since the process started. The same as
    /// `now_ns` unless a choice said that something took less than estimated. It costs time, so that a loop that waits for the clock ends.
    pub fn read_clock(&mut self) -> u64 {
        let cost = self.spin.cost(self.clock.seen(), &self.costs);
        self.spend(cost);
        self.clock.look();
        self.clock.seen()
    }

    /// Reads the clock as `read_clock` does, and gives the wall clock: nanoseconds since the Unix epoch.
    pub fn read_wall_clock(&mut self) -> u64 {
        self.unix_start.saturating_add(self.read_clock())
    }

    /// Spends `ns` virtual nanoseconds on JavaScript or native work. The pool's workers go on meanwhile.
    pub fn spend(&mut self, ns: u64) {
        let until = self.clock.now().saturating_add(ns);
        self.work_until(until);
    }

    /// Says that the work just done may have taken up to `ns` nanoseconds more on a real computer. That widens the range that choices about timers
    /// allow for.
    pub fn may_take(&mut self, ns: u64) {
        self.clock.may_take(ns);
    }

    /// Whether the run has used up its virtual time.
    #[must_use]
    pub fn time_is_up(&self) -> bool {
        self.clock.now() >= self.time_limit
    }

    /// The durations of all work.
    #[must_use]
    pub fn costs(&self) -> &Costs {
        &self.costs
    }

    /// `uv_now`: the cached loop time in milliseconds.
    #[must_use]
    pub fn uv_now(&self) -> u64 {
        self.clock.loop_ms()
    }

    /// `uv_update_time`, by plain arithmetic.
    pub fn update_time(&mut self) {
        self.clock.update();
        self.clock.look();
    }

    /// `getLibuvNow()` as JavaScript calls it when it inserts a timer: updates the loop time and gives it, in ms.
    ///
    /// `others_waiting`: other timers exist, so that a millisecond between them and this one would be visible. Then the read may be a choice (D1's split,
    /// D2), once in a stretch of JavaScript. For the dispatch's own read (`RunTimers` in env.cc) use `update_time` and `uv_now`.
    pub fn timer_read(&mut self, others_waiting: bool) -> u64 {
        if others_waiting {
            self.choose_reading();
        }
        self.clock.update();
        self.clock.look();
        self.clock.loop_ms()
    }

    fn choose_reading(&mut self) {
        let plain = self.clock.seen_ms();
        let mut others = Vec::new();
        if !self.late_once {
            others.push(plain + 1);
            if self.costs.every_race {
                others.push(plain + 2);
                others.extend(self.timer.next_after(plain + 2));
            }
            others.retain(|ms| *ms <= self.clock.latest_ms());
        }
        others.extend(Some(self.clock.earliest_ms()).filter(|ms| *ms < plain));
        match self.ask(ChoiceKind::TimerExpired, 1 + others.len()).checked_sub(1).map(|option| others[option]) {
            Some(ms) if ms > plain => {
                self.late_once = true;
                self.jump_to_ms(ms);
            }
            Some(ms) => self.clock.hold_at(ms),
            None => {}
        }
    }

    // — Node's timer and immediates —

    /// `uv_timer_start` on Node's one timer, relative to `uv_now`.
    pub fn timer_start(&mut self, timeout_ms: u64) {
        self.timer.start(self.clock.loop_ms(), timeout_ms);
    }

    /// `uv_timer_stop` on Node's one timer.
    pub fn timer_stop(&mut self) {
        self.timer.stop();
    }

    /// `toggleTimerRef`: sets whether the timer keeps the loop alive. At first it does not.
    pub fn timer_ref(&mut self, on: bool) {
        self.timer.set_referenced(on);
    }

    /// Reports a JavaScript timer behind Node's one timer: it waits and is due in that millisecond of `uv_now`, or it waits no longer. With these reports
    /// the machine can ask whether a late look at the clock finds the next timer due as well (D2); without them it does not ask.
    pub fn timer_waiting(&mut self, due_ms: u64, waiting: bool) {
        self.timer.set_waiting(due_ms, waiting);
    }

    /// The number of JavaScript timers that wait, as far as `timer_waiting` reported them.
    #[must_use]
    pub fn timers_waiting(&self) -> u32 {
        self.timer.waiting()
    }

    /// `toggleImmediateRef`: on while at least one ref'd immediate is outstanding; keeps the loop alive and the poll from blocking.
    pub fn immediate_ref(&mut self, on: bool) {
        self.idle_active = on;
    }

    /// Says whether there are immediates for the check phase. The host calls this before each turn.
    pub fn set_immediates_wait(&mut self, wait: bool) {
        self.immediates_wait = wait;
    }

    // — the pool —

    /// Hands a job to the thread pool. The job's result comes as `Turn::Deliver`.
    pub fn submit(&mut self, job: PoolRequest) -> RequestId {
        self.pool.submit(job, self.clock.now(), &mut self.log)
    }

    /// `uv_cancel`: true if the job was still queued. Such a job is delivered all the same, without having run (`ECANCELED`).
    pub fn cancel(&mut self, request: RequestId) -> bool {
        self.pool.cancel(request, self.clock.now())
    }

    // — handles —

    /// `uv_async_init` and its kind: a new handle, ref'd.
    pub fn handle_open(&mut self, kind: HandleKind) -> HandleId {
        self.handles.open(kind)
    }

    /// Starts or stops a handle. A started handle keeps the loop alive while it is ref'd. `Async` handles are started when opened.
    pub fn handle_active(&mut self, handle: HandleId, on: bool) {
        self.handles.set_active(handle, on);
    }

    /// `uv_ref` and `uv_unref`: sets whether the handle keeps the loop alive while it is started.
    pub fn handle_ref(&mut self, handle: HandleId, on: bool) {
        self.handles.set_referenced(handle, on);
    }

    /// `uv_close`: the handle's callback comes as `Turn::Close` in the closing phase, the last closed first.
    pub fn handle_close(&mut self, handle: HandleId) {
        self.handles.close(handle);
    }

    /// `uv_async_send`: the handle's callback comes as `Turn::Wakeup` in the poll phase.
    pub fn wake(&mut self, handle: HandleId) {
        self.handles.signal(handle);
    }

    // — the loop —

    /// `uv_loop_alive`: whether `uv_run` would have anything to do.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        self.has_active() || self.handles.any_closing()
    }

    /// `uv_metrics_info`'s `loop_count`: iterations of `uv_run` until now, counted right before the poll.
    #[must_use]
    pub fn loop_count(&self) -> u32 {
        self.iteration
    }

    /// `uv_stop`: the loop leaves after the current iteration.
    pub fn stop(&mut self) {
        self.stopping = true;
    }

    /// Whether there are ref'd active handles or active requests.
    pub(super) fn has_active(&self) -> bool {
        self.timer.is_alive() || self.idle_active || self.pool.outstanding() || self.handles.any_alive()
    }

    // — the record —

    /// The events since the last call of this, oldest first, each with its virtual nanosecond.
    pub fn take_events(&mut self) -> Vec<(u64, Event)> {
        self.log.take()
    }

    /// The questions asked so far, each with the option taken.
    #[must_use]
    pub fn choices_made(&self) -> &[ChoiceMade] {
        self.choices.made()
    }

    // — the disk —

    /// The disk, for operations that only read it.
    #[must_use]
    pub fn disk(&self) -> &Disk {
        &self.disk
    }

    /// The disk, for operations that change it: they carry the machine's present time.
    pub fn disk_mut(&mut self) -> &mut Disk {
        let now = self.unix_start.saturating_add(self.clock.seen());
        self.disk.set_now(i64::try_from(now).unwrap_or(i64::MAX));
        &mut self.disk
    }

    // — for the loop —

    pub(super) fn ask(&mut self, kind: ChoiceKind, options: usize) -> usize {
        self.choices.ask(kind, options, self.clock.now(), &mut self.log)
    }

    pub(super) fn record(&mut self, event: Event) {
        self.log.push(self.clock.now(), event);
    }

    /// Lets time pass with work until the virtual nanosecond `until`. A job that the pool finishes meanwhile is finished at its own time.
    pub(super) fn work_until(&mut self, until: u64) {
        self.complete_until(until);
        self.clock.work_until(until);
    }

    /// Lets time pass in a wait until the virtual nanosecond `until`.
    pub(super) fn wait_until(&mut self, until: u64) {
        self.complete_until(until);
        self.clock.wait_until(until);
    }

    fn complete_until(&mut self, until: u64) {
        while let Some(at) = self.pool.next_completion().filter(|at| *at <= until) {
            self.clock.work_until(at);
            self.pool.complete_next(self.clock.slack(), &mut self.choices, &mut self.log);
        }
    }

    /// Follows a choice that the work took longer: the clock has just come to the millisecond `ms`.
    pub(super) fn jump_to_ms(&mut self, ms: u64) {
        self.work_until(self.clock.when(ms));
        self.clock.reached();
        self.clock.update();
    }
}
