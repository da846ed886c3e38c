//! `engine.wasm`: runs programs in a Web Worker. It imports nothing: a worker script feeds it through these few functions over its own memory.
//!
//! `boot` once, then a copy of the memory may be kept; every run starts from such a copy: `begin`, then `advance` until it answers 1, after each taking
//! the chunk at `out_ptr`/`out_len`. Status 2: a sentence is there instead, and the run is over.

use std::cell::RefCell;

use node_lifecycle::node::{Bounds, Engine, Library, Progress};
use node_lifecycle::trace::{Program, encode};

const MORE: u32 = 0;
const FINISHED: u32 = 1;
const PROBLEM: u32 = 2;

/// Chunks are handed over in pieces of about this many steps.
const CHUNK_STEPS: usize = 4_000;

struct Worker {
    engine: Option<Engine>,
    out: Vec<u8>,
}

thread_local! {
    static WORKER: RefCell<Worker> = const { RefCell::new(Worker { engine: None, out: Vec::new() }) };
}

fn main() {}

/// Room for `length` bytes, for the arguments of `boot` and `begin`, which give it back.
#[unsafe(no_mangle)]
pub extern "C" fn allocate(length: usize) -> *mut u8 {
    Box::leak(vec![0; length].into_boxed_slice()).as_mut_ptr()
}

/// The bytes that the worker script put where `allocate` said.
fn taken(pointer: *mut u8, length: usize) -> Box<[u8]> {
    // SAFETY: the worker script passes what `allocate(length)` gave, once.
    unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(pointer, length)) }
}

/// Boots Node's library (the archive's bytes). 1: booted; 2: a sentence says why not.
#[unsafe(no_mangle)]
pub extern "C" fn boot(pointer: *mut u8, length: usize) -> u32 {
    let bytes = taken(pointer, length);
    let booted = Library::read(&bytes).map_err(|error| error.to_string()).and_then(Engine::boot);
    WORKER.with_borrow_mut(|worker| match booted {
        Ok(engine) => {
            worker.engine = Some(engine);
            FINISHED
        }
        Err(sentence) => {
            worker.out = sentence.into_bytes();
            PROBLEM
        }
    })
}

/// Sets a program up (a postcard [`Program`]). 0: ready to `advance`; 2: a sentence says why not.
#[unsafe(no_mangle)]
pub extern "C" fn begin(pointer: *mut u8, length: usize) -> u32 {
    start(pointer, length, true)
}

/// As `begin`, without a trace: for measuring.
#[unsafe(no_mangle)]
pub extern "C" fn begin_unrecorded(pointer: *mut u8, length: usize) -> u32 {
    start(pointer, length, false)
}

fn start(pointer: *mut u8, length: usize, recording: bool) -> u32 {
    let bytes = taken(pointer, length);
    WORKER.with_borrow_mut(|worker| {
        let begun = postcard::from_bytes::<Program>(&bytes)
            .map_err(|_| "The program could not be read by the engine: is the page older than it?".to_owned())
            .and_then(|program| match &mut worker.engine {
                Some(engine) => engine.begin(&program, Bounds::PAGE, recording),
                None => Err("The engine was not booted.".to_owned()),
            });
        match begun {
            Ok(()) => MORE,
            Err(sentence) => {
                worker.out = sentence.into_bytes();
                PROBLEM
            }
        }
    })
}

/// Runs on until a chunk is worth taking or the run is over. 0: more; 1: that was the last.
#[unsafe(no_mangle)]
pub extern "C" fn advance() -> u32 {
    WORKER.with_borrow_mut(|worker| {
        let Some(engine) = &mut worker.engine else {
            worker.out = b"The engine was not booted.".to_vec();
            return PROBLEM;
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

#[unsafe(no_mangle)]
pub extern "C" fn out_ptr() -> *const u8 {
    WORKER.with_borrow(|worker| worker.out.as_ptr())
}

#[unsafe(no_mangle)]
pub extern "C" fn out_len() -> usize {
    WORKER.with_borrow(|worker| worker.out.len())
}

/// Where hash maps and the like take their seed from: always the same, so that runs are.
#[cfg(target_arch = "wasm32")]
#[unsafe(no_mangle)]
unsafe extern "Rust" fn __getrandom_v03_custom(destination: *mut u8, length: usize) -> Result<(), getrandom::Error> {
    for index in 0..length {
        // SAFETY: the caller passes `length` writable bytes.
        unsafe { destination.add(index).write((index as u8).wrapping_mul(73) ^ 0x5a) };
    }
    Ok(())
}
