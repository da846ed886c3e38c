//! libuv's thread pool (v1.52.1 `src/threadpool.c`; rule N36: docs/node-semantics.md#n36).
//!
//! There is one queue, first in first out, and a second one for slow I/O; a single marker in the first queue stands for all of the second. At most half
//! of the threads (rounded up) do slow I/O. A job can be cancelled only while it is queued.
//!
//! A job takes its cost in virtual time. Where the estimates of two jobs that run side by side are close, a choice says which ends first. All times are
//! virtual nanoseconds.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use trace::{ChoiceKind, Event, Nanos, PoolWork, RequestId, TaskId, TextId, WorkerId};

use super::choice::Choices;
use super::log::Log;

/// A job for the pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolRequest {
    /// The job's name on the page, as `fs.open`.
    pub label: TextId,
    /// The kind of work, which decides the queue.
    pub work: PoolWork,
    /// The job's duration on a worker, in virtual nanoseconds.
    pub cost_ns: u64,
    /// The callback that this job leads to, alone or as part of a chain of jobs.
    pub task: Option<TaskId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Queued {
    Job(RequestId),
    /// `run_slow_work_message`: take one job from the slow queue.
    SlowMarker,
}

/// A job on a worker.
#[derive(Clone, Copy, Debug)]
struct Running {
    request: RequestId,
    started: u64,
    until: u64,
    /// A choice already said that the job takes longer than estimated.
    is_late: bool,
}

/// A finished job that the loop has not taken yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Finished {
    pub request: RequestId,
    /// The estimated end.
    pub at: u64,
    /// The most that the true end may be later than `at`.
    doubt: u64,
}

impl Finished {
    /// Whether the job may in truth still run at `now`.
    pub fn is_fresh(&self, now: u64) -> bool {
        now - self.at < self.doubt
    }

    /// Whether the job may in truth have ended before `poll`. `slack` widens the doubt.
    pub fn is_close_after(&self, poll: u64, slack: u64) -> bool {
        self.at.saturating_sub(poll) < self.doubt.saturating_add(slack)
    }
}

/// The most jobs that one question offers when several could end next.
const MOST_RIVALS: usize = 8;

/// How far estimates may be off. The fields are `pool_window`, `job_doubt_percent`, `thread_start_window` and `every_race` of `Costs`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Doubt {
    pub window: u64,
    pub percent: u64,
    pub thread_start: u64,
    pub every_race: bool,
}

#[derive(Clone, Debug)]
pub(super) struct ThreadPool {
    next: u32,
    jobs: BTreeMap<RequestId, PoolRequest>,
    queue: VecDeque<Queued>,
    slow_queue: VecDeque<RequestId>,
    slow_running: usize,
    workers: Vec<Option<Running>>,
    /// `loop->wq`: finished jobs in the order in which they ended.
    done: VecDeque<Finished>,
    doubt: Doubt,
    /// Pairs of tasks for which a choice already named the faster one. It stays ahead, so one question for each pair is enough.
    settled: BTreeSet<(TaskId, TaskId)>,
}

impl ThreadPool {
    pub fn new(size: u16, doubt: Doubt) -> Self {
        Self {
            next: 0,
            jobs: BTreeMap::new(),
            queue: VecDeque::new(),
            slow_queue: VecDeque::new(),
            slow_running: 0,
            workers: vec![None; usize::from(size.clamp(1, 1024))],
            done: VecDeque::new(),
            doubt,
            settled: BTreeSet::new(),
        }
    }

    /// `uv_queue_work` and its relatives.
    pub fn submit(&mut self, job: PoolRequest, now: u64, log: &mut Log) -> RequestId {
        let request = RequestId(self.next);
        self.next += 1;
        self.jobs.insert(request, job);
        log.push(now, Event::PoolSubmitted { request, label: job.label, work: job.work, task: job.task });
        match job.work {
            PoolWork::FastIo | PoolWork::Cpu => self.queue.push_back(Queued::Job(request)),
            PoolWork::SlowIo => {
                self.slow_queue.push_back(request);
                if !self.queue.contains(&Queued::SlowMarker) {
                    self.queue.push_back(Queued::SlowMarker);
                }
            }
        }
        self.dispatch(now, log);
        request
    }

    /// `uv_cancel`: a job that no worker has taken yet counts as done at once, without having run.
    pub fn cancel(&mut self, request: RequestId, now: u64) -> bool {
        let queued = self.queue.len() + self.slow_queue.len();
        self.queue.retain(|entry| *entry != Queued::Job(request));
        self.slow_queue.retain(|waiting| *waiting != request);
        let found = self.queue.len() + self.slow_queue.len() < queued;
        if found {
            self.done.push_back(Finished { request, at: now, doubt: 0 });
        }
        found
    }

    /// Whether there are jobs whose result the loop has not taken.
    pub fn outstanding(&self) -> bool {
        !self.jobs.is_empty()
    }

    /// The oldest result that waits for the loop.
    pub fn first_done(&self) -> Option<Finished> {
        self.done.front().copied()
    }

    /// The number of results that wait for the loop.
    pub fn done_count(&self) -> usize {
        self.done.len()
    }

    /// Gives the oldest result to the loop.
    pub fn deliver(&mut self, now: u64, log: &mut Log) -> Option<RequestId> {
        let request = self.done.pop_front()?.request;
        self.jobs.remove(&request);
        log.push(now, Event::PoolDelivered { request });
        Some(request)
    }

    /// The estimated end of the running job that ends next.
    pub fn next_completion(&self) -> Option<u64> {
        self.workers.iter().flatten().map(|running| running.until).min()
    }

    /// The most by which the estimated end of a job may be off.
    fn doubt(&self, running: &Running) -> u64 {
        let Doubt { window, percent, thread_start, .. } = self.doubt;
        let starting = if running.request.index() < self.workers.len() { thread_start } else { 0 };
        window + starting + (running.until - running.started).saturating_mul(percent) / 100
    }

    /// The most by which the estimate of `next_completion` may be off.
    pub fn next_doubt(&self) -> u64 {
        let next = self.workers.iter().flatten().min_by_key(|running| running.until);
        next.map_or(0, |running| self.doubt(running))
    }

    /// The number that the next job will get.
    pub fn next_request(&self) -> RequestId {
        RequestId(self.next)
    }

    /// The worker whose job may in truth have ended by the time `poll`, although its estimate is later.
    ///
    /// Only jobs submitted before `before` count, and of these only the one that ends next. `slack` widens the doubt about its estimate.
    pub fn nearly_done(&self, before: RequestId, poll: u64, slack: u64) -> Option<WorkerId> {
        let older =
            self.workers.iter().enumerate().filter_map(|(worker, running)| Some((worker, running.filter(|running| running.request < before)?)));
        let (worker, next) = older.min_by_key(|(_, running)| running.until)?;
        (next.until.saturating_sub(poll) < self.doubt(&next).saturating_add(slack)).then(|| worker_id(worker))
    }

    /// Follows a choice that this worker's job has ended by `now`.
    pub fn complete_early(&mut self, worker: WorkerId, now: u64, log: &mut Log) {
        if let Some(running) = &mut self.workers[worker.index()] {
            running.until = now;
            self.complete(worker.index(), now, log);
        }
    }

    /// Follows a choice that the job that ends next ends at `at` instead.
    pub fn move_next_completion(&mut self, at: u64) {
        if let Some(running) = self.workers.iter_mut().flatten().min_by_key(|running| running.until) {
            running.until = at;
        }
    }

    /// Finishes one job at the time of the next estimated end, and lets its worker take another job.
    ///
    /// A choice names the job where several estimates are close, and it may let the first one take longer instead. `slack` is the additional doubt about
    /// the jobs that were started last.
    pub fn complete_next(&mut self, slack: u64, choices: &mut Choices, log: &mut Log) {
        let order = self.running_by_end();
        let Some((&first, Some(at))) = order.first().map(|first| (first, self.workers[*first].map(|running| running.until))) else { return };
        let rivals = self.rivals(&order, slack);
        let may_be_late = self.doubt.every_race && self.workers[first].is_some_and(|running| !running.is_late);
        let taken = choices.ask(ChoiceKind::PoolCompletion, rivals.len() + usize::from(may_be_late), at, log);
        let Some(&worker) = rivals.get(taken) else {
            self.postpone(first);
            return;
        };
        self.settle(worker, &rivals);
        // The two jobs change places, so that whatever follows happens at the times that it would have had.
        let later = self.workers[worker].map_or(at, |running| running.until);
        if let Some(running) = &mut self.workers[first] {
            running.until = later;
        }
        self.complete(worker, at, log);
    }

    /// Follows a choice that this worker's job takes longer, by as much as its estimate may be off.
    fn postpone(&mut self, worker: usize) {
        if let Some(running) = self.workers[worker] {
            let until = running.until + self.doubt(&running);
            self.workers[worker] = Some(Running { until, is_late: true, ..running });
        }
    }

    /// Moves a worker's job to the finished ones.
    fn complete(&mut self, worker: usize, at: u64, log: &mut Log) {
        let Some(finished) = self.workers[worker].take() else { return };
        if self.jobs.get(&finished.request).is_some_and(|job| job.work == PoolWork::SlowIo) {
            self.slow_running -= 1;
        }
        self.done.push_back(Finished { request: finished.request, at, doubt: self.doubt(&Running { until: at, ..finished }) });
        log.push(at, Event::PoolFinished { request: finished.request, worker: worker_id(worker) });
        self.dispatch(at, log);
    }

    /// The busy workers, in the order in which their jobs end.
    fn running_by_end(&self) -> Vec<usize> {
        let mut busy: Vec<(u64, usize)> =
            self.workers.iter().enumerate().filter_map(|(worker, running)| running.map(|running| (running.until, worker))).collect();
        busy.sort_unstable();
        busy.into_iter().map(|(_, worker)| worker).collect()
    }

    /// The workers whose job could be the next to end: first the one that the estimates name, then those close behind it that no choice has compared with
    /// it yet.
    fn rivals(&self, order: &[usize], slack: u64) -> Vec<usize> {
        let mut rivals = vec![order[0]];
        let Some(first) = self.workers[order[0]] else { return rivals };
        for &worker in &order[1..] {
            let Some(other) = self.workers[worker] else { continue };
            let is_close = other.until - first.until <= self.doubt(&first).min(self.doubt(&other)).saturating_add(slack);
            let is_settled = !self.doubt.every_race && self.pair(first.request, other.request).is_some_and(|pair| self.settled.contains(&pair));
            if is_close && !is_settled && rivals.len() < MOST_RIVALS {
                rivals.push(worker);
            }
        }
        rivals
    }

    /// The tasks of two jobs, the smaller id first.
    fn pair(&self, one: RequestId, other: RequestId) -> Option<(TaskId, TaskId)> {
        let (one, other) = (self.jobs.get(&one)?.task?, self.jobs.get(&other)?.task?);
        Some((one.min(other), one.max(other)))
    }

    /// Remembers that the winner's task is ahead of those of its rivals.
    fn settle(&mut self, winner: usize, rivals: &[usize]) {
        let Some(won) = self.workers[winner] else { return };
        let pairs = rivals.iter().filter(|rival| **rival != winner).filter_map(|rival| self.pair(won.request, self.workers[*rival]?.request));
        self.settled.extend(pairs.collect::<Vec<_>>());
    }

    /// Gives waiting jobs to free workers, to the lowest number first.
    fn dispatch(&mut self, now: u64, log: &mut Log) {
        while let Some(worker) = self.workers.iter().position(Option::is_none) {
            let Some(request) = self.take_next() else { return };
            let job = self.jobs[&request];
            let until = now + job.cost_ns;
            self.workers[worker] = Some(Running { request, started: now, until, is_late: false });
            log.push(now, Event::PoolStarted { request, worker: worker_id(worker), until: Nanos(until) });
        }
    }

    /// The head of `worker()`'s loop in threadpool.c.
    fn take_next(&mut self) -> Option<RequestId> {
        let most_slow = self.workers.len().div_ceil(2);
        loop {
            match self.queue.front()? {
                Queued::Job(request) => {
                    let request = *request;
                    self.queue.pop_front();
                    return Some(request);
                }
                Queued::SlowMarker if self.slow_running >= most_slow => {
                    if self.queue.len() == 1 {
                        return None;
                    }
                    self.queue.rotate_left(1);
                }
                Queued::SlowMarker => {
                    self.queue.pop_front();
                    // The slow jobs may all have been cancelled.
                    let Some(request) = self.slow_queue.pop_front() else { continue };
                    self.slow_running += 1;
                    if !self.slow_queue.is_empty() {
                        self.queue.push_back(Queued::SlowMarker);
                    }
                    return Some(request);
                }
            }
        }
    }
}

fn worker_id(index: usize) -> WorkerId {
    WorkerId(u16::try_from(index).expect("a pool has at most 1024 workers"))
}
