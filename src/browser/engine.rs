//! The link to the worker that runs programs. A worker that says nothing for too long is ended; the next run gets a new one.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use trace::{Chunk, Exploration, Profile, Program, decode};

const SCRIPT: &str = "engine/worker.js";
/// While the engine and Node's library are downloaded and started.
const PATIENCE_BOOT_MS: u32 = 60_000;
/// Between two words of a running program. Its main script is one piece, and may take the page's whole bound of steps.
const PATIENCE_RUN_MS: u32 = 20_000;

/// What comes back from a run.
#[derive(Debug)]
pub enum Report {
    /// The engine is up; the program starts.
    Started,
    /// The next part of the trace.
    Chunk(Box<Chunk>),
    /// All of the trace has come.
    Finished,
    /// There is no more to come.
    Failed(Failure),
    /// What the search for all outcomes has found so far.
    Found(Box<Exploration>),
    /// The search is over.
    Explored,
}

/// Why a run broke off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The engine's own sentence: the program cannot be run as it is.
    Refused(String),
    /// The engine itself crashed.
    Crashed,
    /// The program wanted more memory than the engine has.
    Exhausted,
    /// The engine, or Node's library, could not be fetched or started.
    Unavailable,
    /// The worker fell silent and was ended.
    Silent,
}

impl Failure {
    /// What the reader is told.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Refused(sentence) => sentence,
            Self::Crashed => "The engine crashed while it ran this program.",
            Self::Unavailable => "The engine could not be loaded.",
            Self::Exhausted => "The program was stopped: it used more memory than this page gives it.",
            Self::Silent => "The program was stopped: for 20 seconds it came to no stop.",
        }
    }

    /// The way out.
    #[must_use]
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Refused(_) => "",
            Self::Crashed => "That is our mistake, not yours. The code is kept, and the next run gets a new engine.",
            Self::Unavailable => "Check the connection, then press Simulate Flow again.",
            Self::Exhausted => "Look for an array, a string or a map that keeps growing.",
            Self::Silent => "Look for a loop that does not end, data that keeps growing, or a single call that never comes back.",
        }
    }

    /// The way out where the run was one beside another.
    #[must_use]
    pub fn advice_beside(&self) -> &'static str {
        match self {
            Self::Unavailable => "Check the connection, then try again.",
            other => other.advice(),
        }
    }
}

/// The engine, started with the first run.
pub struct Engine {
    tell: Rc<dyn Fn(u32, Report)>,
    live: Rc<RefCell<Option<Live>>>,
    run: u32,
}

struct Live {
    worker: Worker,
    _listeners: [Closure<dyn FnMut(MessageEvent)>; 2],
    watchdog: Option<Timeout>,
    run: u32,
    /// It looks for all outcomes of a program.
    searching: bool,
    /// The worker must not be used for another run.
    spent: bool,
}

impl Live {
    fn ask(&self, what: &str, program: &Program) {
        let bytes = postcard::to_allocvec(program).expect("a program holds nothing that postcard cannot write");
        let bytes = Uint8Array::from(bytes.as_slice());
        let _ = self
            .worker
            .post_message_with_transfer(&Array::of3(&what.into(), &program.settings.profile.major().into(), &bytes), &Array::of1(&bytes.buffer()));
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Engine {
    /// `tell` hears of every run by its number; what it hears of a run before the latest one is to be ignored.
    pub fn new(tell: impl Fn(u32, Report) + 'static) -> Self {
        Self { tell: Rc::new(tell), live: Rc::default(), run: 0 }
    }

    /// Downloads and starts the engine with this version of Node if that has not happened yet.
    pub fn warm(&self, profile: Profile) {
        self.wake();
        if let Some(live) = self.live.borrow().as_ref().filter(|live| live.watchdog.is_none()) {
            let _ = live.worker.post_message(&Array::of2(&"warm".into(), &profile.major().into()));
        }
    }

    fn wake(&self) {
        if self.live.borrow().is_none() {
            *self.live.borrow_mut() = self.start();
        }
    }

    /// Runs a program and returns the run's number. A run that is still going is dropped with its worker.
    pub fn run(&mut self, program: &Program) -> u32 {
        self.run += 1;
        if self.live.borrow().as_ref().is_some_and(|live| live.spent || live.watchdog.is_some()) {
            *self.live.borrow_mut() = None;
        }
        self.wake();
        let mut live = self.live.borrow_mut();
        let Some(live) = live.as_mut() else {
            let (tell, run) = (Rc::clone(&self.tell), self.run);
            Timeout::new(0, move || tell(run, Report::Failed(Failure::Unavailable))).forget();
            return self.run;
        };
        live.run = self.run;
        live.searching = false;
        live.ask("run", program);
        live.watchdog = Some(watchdog(PATIENCE_BOOT_MS, &self.live, &self.tell));
        self.run
    }

    /// Looks for all the ways that a program can go, until something else is asked for. Returns the number that its reports carry, as of a run.
    pub fn explore(&mut self, program: &Program) -> u32 {
        self.run += 1;
        if self.live.borrow().as_ref().is_some_and(|live| live.spent) {
            *self.live.borrow_mut() = None;
        }
        self.wake();
        if let Some(live) = self.live.borrow_mut().as_mut() {
            live.run = self.run;
            live.searching = true;
            live.ask("explore", program);
        }
        self.run
    }

    /// Ends a run that is still going.
    pub fn stop(&mut self) {
        self.run += 1;
        let running = self.live.borrow().as_ref().is_some_and(|live| live.watchdog.is_some());
        if running {
            *self.live.borrow_mut() = None;
        }
    }

    /// Ends whatever goes on and lets go of the worker: the next run starts another.
    pub fn rest(&mut self) {
        self.run += 1;
        *self.live.borrow_mut() = None;
    }

    fn start(&self) -> Option<Live> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(SCRIPT, &options).ok()?;
        let (live, tell) = (Rc::clone(&self.live), Rc::clone(&self.tell));
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| hear(&event.data(), &live, &tell));
        let (live, tell) = (Rc::clone(&self.live), Rc::clone(&self.tell));
        let on_error = Closure::<dyn FnMut(MessageEvent)>::new(move |_| end(Failure::Unavailable, &live, &tell));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Live { worker, _listeners: [on_message, on_error], watchdog: None, run: 0, searching: false, spent: false })
    }
}

type Shared = Rc<RefCell<Option<Live>>>;
type Tell = Rc<dyn Fn(u32, Report)>;

fn watchdog(patience: u32, live: &Shared, tell: &Tell) -> Timeout {
    let (live, tell) = (Rc::clone(live), Rc::clone(tell));
    let failure = if patience == PATIENCE_BOOT_MS { Failure::Unavailable } else { Failure::Silent };
    Timeout::new(patience, move || end(failure, &live, &tell))
}

/// A message of `worker.js`: `[kind, payload]`.
fn hear(data: &JsValue, live: &Shared, tell: &Tell) {
    let part = |index: u32| Reflect::get_u32(data, index).unwrap_or(JsValue::UNDEFINED);
    let kind = part(0).as_string().unwrap_or_default();
    let (report, over) = match kind.as_str() {
        "found" | "explored" => return hear_search(&part(1), live, tell),
        "started" => (Report::Started, false),
        "chunk" => match decode(&Uint8Array::new(&part(1)).to_vec()) {
            Ok(chunk) => (Report::Chunk(Box::new(chunk)), false),
            Err(_) => return end(Failure::Crashed, live, tell),
        },
        "finished" => (Report::Finished, true),
        "refused" => (Report::Failed(Failure::Refused(part(1).as_string().unwrap_or_default())), true),
        "crashed" => (Report::Failed(Failure::Crashed), true),
        "exhausted" => (Report::Failed(Failure::Exhausted), true),
        _ => return end(Failure::Unavailable, live, tell),
    };
    let run = {
        let mut live_now = live.borrow_mut();
        let Some(now) = live_now.as_mut() else { return };
        now.watchdog = if over { None } else { Some(watchdog(PATIENCE_RUN_MS, live, tell)) };
        now.run
    };
    tell(run, report);
}

/// What a search found so far, or nothing when it is over. No watchdog waits for it.
fn hear_search(found: &JsValue, live: &Shared, tell: &Tell) {
    let Some(run) = live.borrow().as_ref().filter(|now| now.watchdog.is_none()).map(|now| now.run) else { return };
    let report = match found.is_undefined() {
        true => Report::Explored,
        false => match postcard::from_bytes(&Uint8Array::new(found).to_vec()) {
            Ok(found) => Report::Found(Box::new(found)),
            Err(_) => return,
        },
    };
    tell(run, report);
}

/// The worker is done for: its run fails, its search is over, and the next run starts another.
fn end(failure: Failure, live: &Shared, tell: &Tell) {
    let (run, report) = {
        let mut now = live.borrow_mut();
        let Some(now) = now.as_mut() else { return };
        now.worker.terminate();
        now.spent = true;
        match now.watchdog.take() {
            // The watchdog may be the caller: it is let go of, not dropped in the middle of its own call.
            Some(watchdog) => {
                watchdog.forget();
            }
            // A worker that breaks while nothing is asked of it is nobody's news.
            None if !now.searching => return,
            None => {}
        }
        (now.run, if now.searching { Report::Explored } else { Report::Failed(failure) })
    };
    tell(run, report);
}
