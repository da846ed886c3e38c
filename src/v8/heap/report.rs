//! The output of Node: the lines of `--trace-gc`, and the text when the heap limit is reached (`GCTracer::Print`, `V8::FatalProcessOutOfMemory`).

use std::fmt::Write as _;

use trace::{Collector, Profile};

use super::collection::Collected;
use super::configuration::Configuration;
use super::fatal::Fatal;

/// Bytes of the buffer that keeps the last lines (`Heap::kTraceRingBufferSize`).
const RING: usize = 512;
/// Bytes of one line in it; a longer one loses its end, the line break too.
const LINE: usize = 255;

/// The process that prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Process {
    /// Its number.
    pub pid: u32,
    /// The isolate's address, as a name only.
    pub isolate: u64,
}

/// One line of `--trace-gc`, without line break. `at` is the time since the isolate began, in milliseconds. Sizes are of the model, so divided by the
/// scale as far as they are Node's.
#[must_use]
pub fn trace_line(configuration: &Configuration, process: Process, at: f64, collected: &Collected) -> String {
    let name = match collected.collection.collector {
        Collector::Scavenge => "Scavenge",
        Collector::MarkCompact if collected.marking_steps > 0 && configuration.profile == Profile::Node26 => "Incremental Mark-Compact",
        Collector::MarkCompact => configuration.mark_compact_name,
    };
    let pooled = match configuration.profile {
        Profile::Node18 | Profile::Node20 => "",
        Profile::Node22 | Profile::Node24 => " pooled: 0 MB,",
        Profile::Node26 => " pooled: 0.0 MB,",
    };
    let digits = if configuration.profile == Profile::Node18 { 1 } else { 2 };
    let gap = if configuration.profile == Profile::Node26 { " " } else { "  " };
    let (before, after) = (&collected.before, &collected.after);
    let mut line = format!(
        "[{}:{:#x}] {at:8.0} ms: {name} {:.1} ({:.1}) -> {:.1} ({:.1}) MB,{pooled} {:.digits$} / {:.digits$} ms{gap}",
        process.pid,
        process.isolate,
        megabytes(before.spaces.used()),
        megabytes(before.committed),
        megabytes(after.spaces.used()),
        megabytes(after.committed),
        collected.pause,
        0.0,
    );
    if collected.marking_steps > 0 && collected.collection.collector == Collector::MarkCompact {
        let _ = write!(
            line,
            "(+ {:.1} ms in {} steps since start of marking, biggest step {:.1} ms, walltime since start of marking {:.0} ms) ",
            collected.pause / 2.0,
            collected.marking_steps,
            0.2,
            collected.pause * 2.0,
        );
    }
    let _ = write!(
        line,
        "(average mu = {:.3}, current mu = {:.3}) {}",
        collected.average_mutator_utilization,
        collected.mutator_utilization,
        collected.collection.text()
    );
    line
}

/// The text that goes to standard error before the process aborts. `lines` are all lines of [`trace_line`] so far, oldest first. The native stack trace that
/// follows in real Node (addresses of the binary) is left to one line that names it.
#[must_use]
pub fn out_of_memory(configuration: &Configuration, lines: &[String], fatal: &Fatal) -> String {
    let mut kept = String::new();
    for line in lines.iter().rev() {
        let mut whole = format!("{line}\n");
        whole.truncate(LINE);
        kept.insert_str(0, &whole);
        if kept.len() >= RING {
            break;
        }
    }
    let last = kept.get(kept.len().saturating_sub(RING)..).unwrap_or_default();
    let stack = if configuration.profile < Profile::Node24 { "\n<--- JS stacktrace --->\n\n" } else { "" };
    let native = if configuration.profile == Profile::Node18 { "" } else { "----- Native stack trace -----\n\n" };
    format!("\n<--- Last few GCs --->\n\n{last}\n{stack}FATAL ERROR: {}\n{native}", fatal.reason.text())
}

#[expect(clippy::cast_precision_loss, reason = "bytes of a heap are far below 2^53")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / (1024.0 * 1024.0)
}
