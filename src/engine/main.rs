//! `engine.wasm`: runs programs in a Web Worker. It imports nothing: a worker script feeds it through these few functions over its own memory.
//!
//! The script calls `boot` once and may then keep a copy of the memory. Every run starts from such a copy: `begin`, then `advance` until it answers 1; after
//! each call there is a chunk at `out_ptr`/`out_len`. Status 2: a sentence is there instead, and the run is over.
//!
//! An instance that runs nothing itself looks for all the ways that a program can go. After `explore`, while the answer is 0, a copy runs the program at
//! `out_ptr` (`begin_unrecorded`, `advance`, `ended`). The script gives the bytes that this left to `note`, and takes `found`.

use std::cell::RefCell;

use node::{Bounds, Engine, Exploring, Library, Progress, compile_library};
use trace::{Program, encode};

const MORE: u32 = 0;
const FINISHED: u32 = 1;
const PROBLEM: u32 = 2;

const NOT_BOOTED: &str = "The engine was not booted.";

/// Chunks are handed over in pieces of about this many steps.
const CHUNK_STEPS: usize = 4_000;

/// The most runs that looking for all outcomes may take.
const MOST_RUNS: usize = 200;

struct Worker {
    library: Option<Library>,
    engine: Option<Engine>,
    exploring: Option<Exploring>,
    out: Vec<u8>,
}

impl Worker {
    /// Boots a library, or says why there is none.
    fn boot(&mut self, library: Result<Library, String>) -> u32 {
        match library.and_then(Engine::boot) {
            Ok(engine) => {
                self.engine = Some(engine);
                FINISHED
            }
            Err(sentence) => self.answer(Err(sentence)),
        }
    }

    /// Puts bytes, or the sentence that says why there are none, where `out_ptr` says.
    fn answer(&mut self, bytes: Result<Vec<u8>, String>) -> u32 {
        let status = if bytes.is_ok() { FINISHED } else { PROBLEM };
        self.out = bytes.unwrap_or_else(String::into_bytes);
        status
    }

    /// The next program to run, if there is one.
    fn next_way(&mut self) -> u32 {
        match self.exploring.as_mut().and_then(Exploring::next_program) {
            Some(program) => {
                self.out = pack(&program);
                MORE
            }
            None => FINISHED,
        }
    }
}

fn pack(value: &impl serde::Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).expect("it holds nothing that postcard cannot write")
}

thread_local! {
    static WORKER: RefCell<Worker> = const { RefCell::new(Worker { library: None, engine: None, exploring: None, out: Vec::new() }) };
}

fn main() {}

/// Room for `length` bytes, for the arguments of `boot` and `begin`, which give it back.
#[unsafe(no_mangle)]
pub extern "C" fn allocate(length: usize) -> *mut u8 {
    Box::leak(vec![0; length].into_boxed_slice()).as_mut_ptr()
}

/// The bytes that the worker script put where `allocate` said.
fn taken(pointer: *mut u8, length: usize) -> Box<[u8]> {
    if length == 0 {
        return Box::default();
    }
    // SAFETY: the worker script passes what `allocate(length)` gave, once.
    unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(pointer, length)) }
}

/// Boots Node's library: the archive's bytes, and those of a code cache, of which there may be none. 1: booted; 2: a sentence says why not.
#[unsafe(no_mangle)]
pub extern "C" fn boot(pointer: *mut u8, length: usize, code: *mut u8, code_length: usize) -> u32 {
    let (bytes, code) = (taken(pointer, length), taken(code, code_length));
    let library = Library::with_code(&bytes, &code).map_err(|error| error.to_string());
    // Every recorded run tells of functions of Node's with their text, and every run starts from a copy of this memory.
    let library = library.inspect(Library::unpack);
    WORKER.with_borrow_mut(|worker| {
        worker.library = library.as_ref().ok().cloned();
        worker.boot(library)
    })
}

/// Compiles all of a library: the archive's bytes. 1: the code cache lies at `out_ptr`; 2: a sentence does.
///
/// This and the two below are for `cargo xtask build`, which makes the page's code caches with them and then takes them out of the wasm.
#[unsafe(no_mangle)]
pub extern "C" fn compile(pointer: *mut u8, length: usize) -> u32 {
    let bytes = taken(pointer, length);
    let library = Library::read(&bytes).map_err(|error| error.to_string());
    let code = library.and_then(|library| compile_library(&library));
    WORKER.with_borrow_mut(|worker| worker.answer(code))
}

/// Boots the library of the last `boot` once more, for one more program whose functions `code_that_ran` shall hold. 1: booted; 2: a sentence says why not.
#[unsafe(no_mangle)]
pub extern "C" fn boot_again() -> u32 {
    WORKER.with_borrow_mut(|worker| worker.boot(worker.library.clone().ok_or_else(|| NOT_BOOTED.to_owned())))
}

/// Makes a code cache of those functions of the cache given to `boot` that have been called since. 1: it lies at `out_ptr`; 2: a sentence does.
#[unsafe(no_mangle)]
pub extern "C" fn code_that_ran() -> u32 {
    WORKER.with_borrow_mut(|worker| {
        let code = worker.library.as_ref().and_then(|library| library.code_that_ran(1));
        worker.answer(code.ok_or_else(|| "The library was booted without a code cache.".to_owned()))
    })
}

/// 1: the code cache that `boot` was given is of this engine and library, and is used; 0: modules are compiled.
#[unsafe(no_mangle)]
pub extern "C" fn has_code() -> u32 {
    WORKER.with_borrow(|worker| worker.engine.as_ref().is_some_and(Engine::has_code).into())
}

/// Sets a program up (a postcard [`Program`]). 0: ready to `advance`; 2: a sentence says why not.
#[unsafe(no_mangle)]
pub extern "C" fn begin(pointer: *mut u8, length: usize) -> u32 {
    start(pointer, length, true)
}

/// Sets a program up without a trace: for measuring, and for the search. The answers are those of `begin`.
#[unsafe(no_mangle)]
pub extern "C" fn begin_unrecorded(pointer: *mut u8, length: usize) -> u32 {
    start(pointer, length, false)
}

fn read_program(bytes: &[u8]) -> Result<Program, String> {
    postcard::from_bytes(bytes).map_err(|_| "The program could not be read by the engine: is the page older than it?".to_owned())
}

fn start(pointer: *mut u8, length: usize, recording: bool) -> u32 {
    let bytes = taken(pointer, length);
    WORKER.with_borrow_mut(|worker| {
        let begun = read_program(&bytes).and_then(|program| match &mut worker.engine {
            Some(engine) => engine.begin(&program, Bounds::PAGE, recording),
            None => Err(NOT_BOOTED.to_owned()),
        });
        match begun {
            Ok(()) => MORE,
            Err(sentence) => worker.answer(Err(sentence)),
        }
    })
}

/// Runs on until a chunk is worth taking or the run is over. 0: more; 1: that was the last.
#[unsafe(no_mangle)]
pub extern "C" fn advance() -> u32 {
    WORKER.with_borrow_mut(|worker| {
        let Some(engine) = &mut worker.engine else {
            return worker.answer(Err(NOT_BOOTED.to_owned()));
        };
        loop {
            let progress = engine.advance();
            let finished = matches!(progress, Progress::Finished(_));
            if finished || engine.steps_waiting() >= CHUNK_STEPS {
                worker.out = encode(&engine.take_chunk());
                return if finished { FINISHED } else { MORE };
            }
        }
    })
}

/// Puts the outcome of the run, for `note`, where `out_ptr` says.
#[unsafe(no_mangle)]
pub extern "C" fn ended() {
    WORKER.with_borrow_mut(|worker| {
        if let Some(engine) = &mut worker.engine {
            worker.out = pack(&engine.finished_run());
        }
    });
}

/// Starts to look for all the ways that a program (postcard) can go. 0: the next program to run lies at `out_ptr`; 2: a sentence lies there.
#[unsafe(no_mangle)]
pub extern "C" fn explore(pointer: *mut u8, length: usize) -> u32 {
    let bytes = taken(pointer, length);
    WORKER.with_borrow_mut(|worker| match read_program(&bytes) {
        Ok(program) => {
            worker.exploring = Some(Exploring::new(program, MOST_RUNS));
            worker.next_way()
        }
        Err(sentence) => worker.answer(Err(sentence)),
    })
}

/// Takes the bytes that `ended` gave for the last program. 0: the next program to run lies at `out_ptr`; 1: there is none.
#[unsafe(no_mangle)]
pub extern "C" fn note(pointer: *mut u8, length: usize) -> u32 {
    let bytes = taken(pointer, length);
    WORKER.with_borrow_mut(|worker| {
        if let (Some(exploring), Ok(ended)) = (&mut worker.exploring, postcard::from_bytes(&bytes)) {
            exploring.note(ended);
        }
        worker.next_way()
    })
}

/// Puts the outcomes found so far (a postcard `Exploration`) where `out_ptr` says.
#[unsafe(no_mangle)]
pub extern "C" fn found() {
    WORKER.with_borrow_mut(|worker| {
        if let Some(exploring) = &worker.exploring {
            worker.out = pack(&exploring.found());
        }
    });
}

/// The address of the bytes that the last call left.
#[unsafe(no_mangle)]
pub extern "C" fn out_ptr() -> *const u8 {
    WORKER.with_borrow(|worker| worker.out.as_ptr())
}

/// The number of bytes that the last call left.
#[unsafe(no_mangle)]
pub extern "C" fn out_len() -> usize {
    WORKER.with_borrow(|worker| worker.out.len())
}

/// The source of the seeds of hash maps and the like. It is always the same, so that runs are.
#[cfg(target_arch = "wasm32")]
#[unsafe(no_mangle)]
#[expect(clippy::cast_possible_truncation, reason = "the bytes repeat themselves after 256")]
unsafe extern "Rust" fn __getrandom_v03_custom(destination: *mut u8, length: usize) -> Result<(), getrandom::Error> {
    for index in 0..length {
        // SAFETY: the caller passes `length` writable bytes.
        unsafe { destination.add(index).write((index as u8).wrapping_mul(73) ^ 0x5a) };
    }
    Ok(())
}
