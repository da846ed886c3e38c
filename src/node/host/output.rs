//! The standard streams.

use boa_engine::JsResult;

use super::{Host, Stop};
use trace::{Limit, OutputStream};

/// What was written and not taken yet, and when.
#[derive(Default)]
pub(super) struct Output {
    stdout: Vec<u8>,
    stderr: Vec<u8>,
    /// For each write to stdout: how many bytes it had been given by then, and the time in virtual nanoseconds.
    stdout_times: Vec<(usize, u64)>,
    begun: bool,
}

impl Host {
    /// Writes to a standard stream: into the trace, and for the command line into a buffer.
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

    /// What was written since the last call.
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

    /// For each write to stdout since it was last taken: where it ends in what `take_output` will give, and when it was, in virtual nanoseconds.
    pub(crate) fn stdout_times(&self) -> Vec<(usize, u64)> {
        self.output.borrow().stdout_times.clone()
    }
}
