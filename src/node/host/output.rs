//! The standard streams.

use boa_engine::JsResult;

use super::{Host, Stop};
use trace::{Limit, OutputStream};

/// The output that was written and not taken yet, with the times of the writes.
#[derive(Default)]
pub(super) struct Output {
    stdout: Vec<u8>,
    stderr: Vec<u8>,
    /// For each write to stdout the length of `stdout` behind it, in bytes, and its time, in virtual nanoseconds.
    stdout_times: Vec<(usize, u64)>,
    /// Whether anything has been written yet: the first write costs more.
    begun: bool,
}

impl Host {
    /// Writes to a standard stream: into the trace, and for the command line into a buffer.
    ///
    /// # Errors
    /// The error that ends the run, where its limit of output is reached.
    pub(crate) fn output(&self, stream: OutputStream, bytes: &[u8]) -> JsResult<()> {
        let mut machine = self.machine.borrow_mut();
        let mut output = self.output.borrow_mut();
        let costs = machine.costs();
        let (cost, more) = if output.begun { (costs.output, 0) } else { (costs.first_output, costs.first_output_more) };
        output.begun = true;
        machine.spend(cost);
        machine.may_take(more);
        match stream {
            OutputStream::Stdout => {
                output.stdout.extend_from_slice(bytes);
                let written = output.stdout.len();
                output.stdout_times.push((written, machine.now_ns()));
            }
            OutputStream::Stderr => output.stderr.extend_from_slice(bytes),
        }
        self.recorder.borrow_mut().output(&mut machine, stream, bytes);
        drop(machine);
        if output.stdout.len() + output.stderr.len() > self.output_limit.get() {
            return Err(self.stop(Stop::Cut(Limit::Output)));
        }
        Ok(())
    }

    /// Takes the bytes that were written since the last call.
    pub(crate) fn take_output(&self, stream: OutputStream) -> Vec<u8> {
        let mut output = self.output.borrow_mut();
        match stream {
            OutputStream::Stdout => {
                output.stdout_times.clear();
                std::mem::take(&mut output.stdout)
            }
            OutputStream::Stderr => std::mem::take(&mut output.stderr),
        }
    }

    /// For each write to stdout since it was last taken its end in the bytes that `take_output` will give, and its time, in virtual nanoseconds.
    pub(crate) fn stdout_times(&self) -> Vec<(usize, u64)> {
        self.output.borrow().stdout_times.clone()
    }
}
