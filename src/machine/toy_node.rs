//! Just enough of Node to drive a machine in tests: lists of timers (rules N18 to N20: docs/node-semantics.md#n18), immediates (N27), chains of pool
//! jobs, handles. No ticks.

use std::collections::BTreeMap;
use std::rc::Rc;

use trace::{Event, PoolWork, RequestId, TaskId, TextId};

use super::choice::ChoiceMade;
use super::{Config, Costs, Explorer, HandleId, HandleKind, MS, Machine, PoolRequest, Turn, explore, find};

/// What a program does when it runs, one after another.
pub type Program = Rc<[Act]>;

#[derive(Clone, Debug)]
pub enum Act {
    Say(&'static str),
    /// `setTimeout` with a delay of at least 1.
    Timeout(u64, Program),
    UnrefTimeout(u64, Program),
    Immediate(Program),
    /// So many pool jobs one after another, each of so many nanoseconds, then the program.
    Jobs(u32, PoolWork, u64, Program),
    /// Closes a new handle; the program is its close callback.
    Close(Program),
    /// Signals a new async handle, which its callback closes.
    Wake(Program),
    /// `while (Date.now() < …)`, in ms.
    Busy(u64),
    /// Work estimated at so many nanoseconds.
    Work(u64),
}

pub fn program(acts: impl IntoIterator<Item = Act>) -> Program {
    acts.into_iter().collect()
}

pub fn say(text: &'static str) -> Program {
    program([Act::Say(text)])
}

#[derive(Debug)]
struct Timeout {
    start: u64,
    program: Program,
    referenced: bool,
}

#[derive(Debug)]
struct List {
    expiry: u64,
    id: u32,
    timers: Vec<Timeout>,
}

#[derive(Debug)]
struct Chain {
    left: u32,
    work: PoolWork,
    cost_ns: u64,
    task: TaskId,
    then: Program,
}

pub struct ToyNode {
    pub machine: Machine,
    lists: BTreeMap<u64, List>,
    next_list: u32,
    next_expiry: u64,
    timeout_refs: usize,
    immediates: Vec<Program>,
    chains: BTreeMap<RequestId, Chain>,
    handles: BTreeMap<HandleId, Program>,
    next_task: u32,
    /// With the time.
    pub said: Vec<(u64, &'static str)>,
    pub events: Vec<(u64, Event)>,
    pub end: Option<Turn>,
}

impl ToyNode {
    /// Runs a main script and the loop to its end.
    pub fn run(config: Config, main: &Program) -> Self {
        let mut node = Self {
            machine: Machine::new(config),
            lists: BTreeMap::new(),
            next_list: 0,
            next_expiry: u64::MAX,
            timeout_refs: 0,
            immediates: Vec::new(),
            chains: BTreeMap::new(),
            handles: BTreeMap::new(),
            next_task: 0,
            said: Vec::new(),
            events: Vec::new(),
            end: None,
        };
        node.perform(main);
        while node.end.is_none() {
            let turn = node.machine.next_turn();
            node.take(turn);
            node.events.extend(node.machine.take_events());
        }
        node
    }

    /// `"a b c"`.
    pub fn said(&self) -> String {
        let texts: Vec<&str> = self.said.iter().map(|(_, text)| *text).collect();
        texts.join(" ")
    }

    fn take(&mut self, turn: Turn) {
        match turn {
            Turn::RunTimers => self.run_timers(),
            Turn::Deliver(request) => self.deliver(request),
            Turn::CheckImmediates => {
                let batch = std::mem::take(&mut self.immediates);
                for immediate in batch {
                    self.perform(&immediate);
                }
                self.machine.immediate_ref(!self.immediates.is_empty());
            }
            Turn::Close(handle) => {
                if let Some(program) = self.handles.remove(&handle) {
                    self.perform(&program);
                }
            }
            Turn::Wakeup(handle) => {
                let program = self.handles.remove(&handle).expect("its program");
                self.perform(&program);
                self.machine.handle_close(handle);
            }
            Turn::Idle | Turn::Stalled | Turn::Cut(_) => self.end = Some(turn),
        }
    }

    fn perform(&mut self, program: &Program) {
        for act in program.iter() {
            self.machine.spend(self.machine.costs().statement);
            match act.clone() {
                Act::Say(text) => {
                    let costs = self.machine.costs();
                    let (cost, more) = if self.said.is_empty() { (costs.first_output, costs.first_output_more) } else { (costs.output, 0) };
                    self.machine.spend(cost);
                    self.machine.may_take(more);
                    self.said.push((self.machine.now_ns(), text));
                }
                Act::Timeout(ms, then) => self.set_timeout(ms, then, true),
                Act::UnrefTimeout(ms, then) => self.set_timeout(ms, then, false),
                Act::Immediate(then) => {
                    self.immediates.push(then);
                    self.machine.immediate_ref(true);
                }
                Act::Jobs(left, work, cost_ns, then) => {
                    self.next_task += 1;
                    self.submit(Chain { left, work, cost_ns, task: TaskId(self.next_task), then });
                }
                Act::Close(then) => {
                    let handle = self.machine.handle_open(HandleKind::Plain);
                    self.handles.insert(handle, then);
                    self.machine.handle_close(handle);
                }
                Act::Wake(then) => {
                    let handle = self.machine.handle_open(HandleKind::Async);
                    self.handles.insert(handle, then);
                    self.machine.wake(handle);
                }
                Act::Busy(ms) => {
                    let until = self.machine.read_clock() + ms * MS;
                    while self.machine.read_clock() < until {}
                }
                Act::Work(ns) => self.machine.spend(ns),
            }
        }
    }

    fn submit(&mut self, chain: Chain) {
        let job = PoolRequest { label: TextId(0), work: chain.work, cost_ns: chain.cost_ns, task: Some(chain.task) };
        let request = self.machine.submit(job);
        self.chains.insert(request, chain);
    }

    fn deliver(&mut self, request: RequestId) {
        let chain = self.chains.remove(&request).expect("each request is delivered once");
        if chain.left > 1 {
            self.submit(Chain { left: chain.left - 1, ..chain });
        } else {
            self.perform(&chain.then);
        }
    }

    fn set_timeout(&mut self, ms: u64, program: Program, referenced: bool) {
        let start = self.machine.timer_read(self.timeout_refs > 0);
        if referenced {
            self.timeout_refs += 1;
            self.machine.timer_ref(true);
        }
        self.machine.timer_waiting(start + ms, true);
        let list = self.lists.entry(ms).or_insert_with(|| {
            let id = self.next_list;
            self.next_list += 1;
            if self.next_expiry > start + ms {
                self.machine.timer_start(ms);
                self.next_expiry = start + ms;
            }
            List { expiry: start + ms, id, timers: Vec::new() }
        });
        list.timers.push(Timeout { start, program, referenced });
    }

    fn run_timers(&mut self) {
        self.machine.update_time();
        let now = self.machine.uv_now();
        self.next_expiry = u64::MAX;
        while let Some(ms) = self.first_list() {
            let expiry = self.lists[&ms].expiry;
            if expiry > now {
                self.next_expiry = expiry;
                self.machine.timer_start(expiry.saturating_sub(self.machine.uv_now()).max(1));
                self.machine.timer_ref(self.timeout_refs > 0);
                return;
            }
            self.list_on_timeout(ms, now);
        }
        self.machine.timer_ref(false);
    }

    fn first_list(&self) -> Option<u64> {
        self.lists.iter().min_by_key(|(_, list)| (list.expiry, list.id)).map(|(ms, _)| *ms)
    }

    fn list_on_timeout(&mut self, ms: u64, now: u64) {
        loop {
            let list = self.lists.get_mut(&ms).expect("a list lives while it is listed");
            let Some(first) = list.timers.first() else { break };
            if now.saturating_sub(first.start) < ms {
                list.expiry = (first.start + ms).max(now + 1);
                list.id = self.next_list;
                self.next_list += 1;
                return;
            }
            let timer = list.timers.remove(0);
            self.machine.timer_waiting(timer.start + ms, false);
            self.perform(&timer.program);
            self.timeout_refs -= usize::from(timer.referenced);
        }
        self.lists.remove(&ms);
    }
}

/// What a program says by plain arithmetic.
pub fn said(main: &Program) -> String {
    ToyNode::run(Config::default(), main).said()
}

/// Everything that a program may say.
pub fn all_said(main: &Program) -> Explorer<String> {
    explore(5_000, |choices| {
        let node = ToyNode::run(Config { choices: choices.to_vec(), ..Config::default() }, main);
        let made: Vec<ChoiceMade> = node.machine.choices_made().to_vec();
        (node.said(), made)
    })
}

/// Whether a computer, however busy, may make the program say this.
pub fn may_say(main: &Program, wanted: &str) -> bool {
    let wanted: Vec<&str> = wanted.split(' ').collect();
    let found = find(&wanted, 200, |choices| {
        let config = Config { choices: choices.to_vec(), costs: Costs::default().on_a_busy_computer(), recording: false, ..Config::default() };
        let node = ToyNode::run(config, main);
        (node.said.clone(), node.machine.choices_made().to_vec())
    });
    found.is_some()
}
