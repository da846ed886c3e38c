//! The life of a process: boot, the entry script, the loop, `beforeExit`, `exit` (node v24.21.0 `src/api/embed_helpers.cc`, `src/node.cc`).
//! Rules N32 and N34: docs/node-semantics.md#n32.

use std::cell::Cell;
use std::rc::Rc;

use boa_engine::object::builtins::JsArray;
use boa_engine::{JsResult, JsString, JsValue};

use super::exploring::{FinishedRun, RunOutput};
use super::realm::Realm;
use crate::host::{CommandLine, Host, Stop};
use crate::library::Library;
use machine::{Config, Costs, Machine, Turn};
use trace::{Chunk, Ending, Event, Header, Limit, OutputStream, Program, Queue, Settings};

/// The bounds at which a run is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Probe steps: statements, calls, loop turns.
    pub steps: u64,
    /// Depth of the call stack at which V8's `RangeError` is thrown.
    pub depth: usize,
    /// Bytes on stdout and stderr together.
    pub output: usize,
    /// Time on the machine's clock, in virtual nanoseconds.
    pub time: u64,
    /// Callbacks that the loop may run.
    pub turns: u64,
}

impl Bounds {
    /// The bounds of the page: enough for any program that a person steps through.
    pub const PAGE: Self = Self { steps: 200_000, depth: 10_400, output: 1 << 20, time: 3_600_000_000_000, turns: 100_000 };
    /// The bounds of the command line: they cut only a run that would never end.
    pub const COMMAND_LINE: Self = Self { steps: 200_000_000, depth: 10_400, output: 64 << 20, time: 24 * 3_600_000_000_000, turns: 100_000_000 };
}

/// The end of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The exit code, 0 to 255; 1 where a bound was reached.
    pub code: i32,
    /// How it came to its end.
    pub ending: Ending,
    /// The bound that was reached, if one was.
    pub cut: Option<Limit>,
}

/// Whether a run goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Not over: [`Engine::advance`] goes on with it.
    More,
    /// It is over, or none was begun.
    Finished(Outcome),
}

enum State {
    Idle,
    Main,
    Loop,
    Finished(Outcome),
}

/// A booted Node and the program that it runs.
pub struct Engine {
    realm: Realm,
    host: Rc<Host>,
    state: State,
    turns_left: u64,
    /// Whether `uv_run` has been called.
    loop_started: bool,
    costs: Costs,
    /// The path of the script that the program starts with.
    entry: Rc<str>,
    command_line: CommandLine,
    /// Whether the models of V8 follow a recorded run.
    models_v8: Cell<bool>,
}

impl Engine {
    /// Boots Node's library.
    ///
    /// # Errors
    /// A sentence with the library's exception while it boots: a defect of ours, or an archive of another version.
    pub fn boot(library: Library) -> Result<Self, String> {
        let config = Config { recording: false, ..Config::of(library.profile()) };
        let costs = config.costs.clone();
        let host = Rc::new(Host::new(library, Machine::new(config)));
        let realm = Realm::boot(&host).map_err(|error| format!("Node's library did not boot: {error}"))?;
        let (entry, command_line, models_v8) = (Rc::from(""), CommandLine::default(), Cell::new(true));
        Ok(Self { realm, host, state: State::Idle, turns_left: 0, loop_started: false, costs, entry, command_line, models_v8 })
    }

    /// Whether the library came with a code cache.
    #[must_use]
    pub fn has_code(&self) -> bool {
        self.host.library.has_code()
    }

    /// Sets the table of costs for the programs that are set up from now on.
    pub fn set_costs(&mut self, costs: Costs) {
        self.costs = costs;
    }

    /// Sets the command line for the program that is set up next.
    pub fn set_command_line(&mut self, command_line: CommandLine) {
        self.command_line = command_line;
    }

    /// Records the next run without the models of V8, to measure their cost.
    pub fn leave_v8_out(&self) {
        self.models_v8.set(false);
    }

    /// Sets a program up; nothing of it has run yet. One engine runs one program.
    ///
    /// # Errors
    /// A sentence, where the program's entry is not among its files, or it is for another Node than the one that was booted.
    pub fn begin(&mut self, program: &Program, bounds: Bounds, recording: bool) -> Result<(), String> {
        if !program.files.iter().any(|file| file.path == program.entry) {
            return Err(format!("The program's entry file {} is not among its files.", program.entry));
        }
        let settings = &program.settings;
        if settings.profile != self.host.library.profile() {
            return Err(format!("The program is for Node {}, and the engine runs Node {}.", settings.profile.major(), self.host.major()));
        }
        let config = Config {
            pool_size: settings.pool_size,
            choices: settings.choices.clone(),
            recording,
            time_limit: bounds.time,
            costs: self.costs.clone(),
            ..Config::of(settings.profile)
        };
        *self.host.machine.borrow_mut() = Machine::new(config);
        self.host.fill_disk(&program.files)?;
        self.entry = program.entry.clone();
        let folder = program.entry.rsplit_once('/').map_or("/", |(folder, _)| if folder.is_empty() { "/" } else { folder });
        self.host.set_cwd(folder);
        self.host.output_limit.set(bounds.output);
        self.host.steps_left.set(bounds.steps);
        self.host.depth_limit.set(bounds.depth);
        self.turns_left = bounds.turns;
        self.host.options.borrow_mut().clone_from(&settings.options);
        let _observing = self.host.isolate.observe();
        let uses = crate::isolate::HeapUses::of(program);
        self.host.heap_uses.set(uses);
        if (recording && self.models_v8.get()) || uses.reads {
            self.host.isolate.start(&self.host, &mut self.realm.context, recording);
        }
        if recording {
            self.host.recorder.borrow_mut().start(Header { settings: settings.clone(), scripts: Vec::new() });
            crate::recorder::watch_streams(&self.host, &mut self.realm.context);
        }
        self.prepare_process(settings).map_err(|error| format!("The process could not be set up: {error}"))?;
        self.state = State::Main;
        Ok(())
    }

    fn prepare_process(&mut self, settings: &Settings) -> JsResult<()> {
        let context = &mut self.realm.context;
        let process = self.host.callbacks.borrow().process.clone();
        if let Some(process) = process {
            super::process_object::arguments(&process, &self.entry, &self.command_line, settings.pool_size, context)?;
        }
        super::levers::pull(&settings.levers, context)?;
        crate::recorder::start_observing(&self.host, context)?;
        Ok(())
    }

    /// Runs the next piece: the main script, or one turn of the loop.
    pub fn advance(&mut self) -> Progress {
        let _observing = self.host.isolate.observe();
        let result = match self.state {
            State::Idle => return Progress::Finished(Outcome { code: 0, ending: Ending::Natural, cut: None }),
            State::Finished(ref outcome) => return Progress::Finished(outcome.clone()),
            State::Main => {
                self.state = State::Loop;
                self.run_main().map(|()| false)
            }
            State::Loop => self.run_turn(),
        };
        match result {
            Ok(false) => Progress::More,
            Ok(true) => self.finish(Ending::Natural),
            Err(_) => self.finish(Ending::Cut),
        }
    }

    fn run_main(&mut self) -> JsResult<()> {
        let host = self.host.clone();
        let context = &mut self.realm.context;
        let task = host.own_task(Queue::Main, "main script");
        host.begin(task);
        let run_main = host.callbacks.borrow().run_main.clone();
        let entry = JsString::from(&*self.entry);
        let options: Vec<JsValue> = host.options.borrow().iter().map(|option| JsString::from(option.as_str()).into()).collect();
        let options = JsArray::from_iter(options, context);
        if let Some(run_main) = run_main
            && let Err(error) = host.in_scope(|context| run_main.call(&JsValue::undefined(), &[entry.into(), options.into()], context), context)
        {
            host.uncaught(error, context)?;
        }
        host.end(task);
        // The main script's scope drains even after an exception that was handled (N32).
        host.close_scope(context)
    }

    /// One turn of the loop; `true` when the process has come to its natural end.
    fn run_turn(&mut self) -> JsResult<bool> {
        self.turns_left = self.turns_left.saturating_sub(1);
        if self.turns_left == 0 {
            return Err(self.host.stop(Stop::Cut(Limit::Instructions)));
        }
        self.host.check_room()?;
        let immediates_wait = self.host.immediate_info(0, &mut self.realm.context) > 0;
        self.host.machine.borrow_mut().set_immediates_wait(immediates_wait);
        if !std::mem::replace(&mut self.loop_started, true) {
            crate::bindings::mark_loop_start(&mut self.realm.context)?;
        }
        self.host.isolate.turn();
        let turn = self.host.machine.borrow_mut().next_turn();
        let host = self.host.clone();
        crate::bindings::look_at_delay(&host);
        let context = &mut self.realm.context;
        match turn {
            Turn::RunTimers => host.run_timers(context)?,
            Turn::CheckImmediates => host.check_immediates(context)?,
            Turn::Deliver(request) => host.deliver(request, context)?,
            Turn::Idle => {
                // `EmitProcessBeforeExit`
                host.destroy_async_ids(context)?;
                self.emit("beforeExit")?;
                return Ok(!self.host.machine.borrow().is_alive());
            }
            // A handle keeps the loop alive that nothing can ever wake: real Node would hang here.
            Turn::Stalled => return Err(host.stop(Stop::Cut(Limit::VirtualTime))),
            Turn::Cut(limit) => return Err(host.stop(Stop::Cut(limit))),
            Turn::Wakeup(handle) => host.wakeup(handle, context)?,
            Turn::Close(handle) => host.closed(handle, context)?,
        }
        Ok(false)
    }

    /// Emits a process event in a callback scope. The value that the emitter gave back.
    fn emit(&mut self, event: &str) -> JsResult<JsValue> {
        let host = self.host.clone();
        let context = &mut self.realm.context;
        let Some(emit) = host.callbacks.borrow().emit_process.clone() else {
            return Ok(JsValue::undefined());
        };
        let mut result = JsValue::undefined();
        let task = host.own_task(Queue::Process, event);
        host.begin(task);
        host.make_callback(
            |context| {
                result = emit.call(&JsValue::undefined(), &[JsString::from(event).into()], context)?;
                Ok(())
            },
            context,
        )?;
        host.end(task);
        Ok(result)
    }

    fn finish(&mut self, ending: Ending) -> Progress {
        let mut outcome = Outcome { code: 0, ending, cut: None };
        if ending == Ending::Natural {
            crate::bindings::report_unsettled_await(&self.host, &mut self.realm.context);
            match self.emit("exit") {
                // The code is read after the listeners, whether or not one of them threw (`EmitProcessExitInternal`).
                Ok(_) => outcome.code = self.exit_code(),
                Err(_) => outcome.ending = Ending::Cut,
            }
        }
        match self.host.stopped() {
            Some(Stop::Exit { code, ending }) => {
                outcome.code = code;
                outcome.ending = ending;
            }
            Some(Stop::Cut(limit)) => {
                outcome.cut = Some(limit);
                outcome.ending = Ending::Cut;
                outcome.code = 1;
            }
            None => {}
        }
        // The parent process sees eight bits of an exit code.
        outcome.code &= 0xff;
        {
            let mut machine = self.host.machine.borrow_mut();
            let mut recorder = self.host.recorder.borrow_mut();
            recorder.output_ends(&mut machine);
            if let Some(limit) = outcome.cut {
                recorder.push(&mut machine, None, Event::Cut { limit });
            }
            recorder.push(&mut machine, None, Event::Exited { code: outcome.code, ending: outcome.ending });
        }
        self.state = State::Finished(outcome.clone());
        Progress::Finished(outcome)
    }

    fn exit_code(&mut self) -> i32 {
        let process = self.host.callbacks.borrow().process.clone();
        process.and_then(|process| Host::exit_code(&process, &mut self.realm.context)).unwrap_or(0)
    }

    /// Takes everything that was recorded since the last call. The chunk is marked as the last one once the run is over.
    pub fn take_chunk(&mut self) -> Chunk {
        let last = matches!(self.state, State::Finished(_));
        self.host.record(|recorder, machine| recorder.take_chunk(machine, last))
    }

    /// The number of steps that wait to be taken.
    #[must_use]
    pub fn steps_waiting(&self) -> usize {
        self.host.recorder.borrow().waiting()
    }

    /// Takes the bytes that were written to a standard stream since the last call.
    pub fn take_output(&mut self, stream: OutputStream) -> Vec<u8> {
        self.host.take_output(stream)
    }

    /// For each write to stdout since it was last taken its end in the bytes that `take_output` will give, and its time, in virtual nanoseconds.
    #[must_use]
    pub fn stdout_times(&self) -> Vec<(usize, u64)> {
        self.host.stdout_times()
    }

    /// The finished run, for the explorer; takes the output.
    pub fn finished_run(&mut self) -> FinishedRun {
        let exit = if let State::Finished(outcome) = &self.state { outcome.code } else { 0 };
        let output = RunOutput { stdout: self.take_output(OutputStream::Stdout), stderr: self.take_output(OutputStream::Stderr), exit };
        FinishedRun { output, choices: self.host.machine.borrow().choices_made().to_vec() }
    }
}
