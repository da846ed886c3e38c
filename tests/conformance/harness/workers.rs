//! Work on two threads, with progress.

use std::io::{IsTerminal, Write, stderr};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// `JOBS`, or two: the machines that this runs on have two cores.
fn threads() -> usize {
    support::number("JOBS").filter(|jobs| *jobs > 0).unwrap_or(2)
}

/// Does `work` on every item; the results are in the items' order. `what` is shown with the count that is done.
pub fn in_parallel<T: Sync, R: Send>(what: &str, items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new((0..items.len()).map(|_| None).collect::<Vec<Option<R>>>());
    let finished = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..threads().min(items.len()) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { break };
                    let result = work(item);
                    if let Ok(mut done) = done.lock() {
                        done[at] = Some(result);
                    }
                    progress(what, finished.fetch_add(1, Ordering::Relaxed) + 1, items.len());
                }
            });
        }
    });
    done.into_inner().unwrap_or_default().into_iter().flatten().collect()
}

/// A line that rewrites itself on a terminal; elsewhere one for each tenth.
fn progress(what: &str, count: usize, all: usize) {
    if stderr().is_terminal() {
        let end = if count == all { "\n" } else { "" };
        eprint!("\r{what}: {count} of {all}{end}");
        let _ = stderr().flush();
    } else if count == all || count * 10 / all != (count - 1) * 10 / all {
        eprintln!("{what}: {count} of {all}");
    }
}
