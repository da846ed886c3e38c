//! What happened since the host last asked, as trace events with their virtual times.

use trace::Event;

#[derive(Clone, Debug, Default)]
pub(super) struct Log {
    recording: bool,
    events: Vec<(u64, Event)>,
}

impl Log {
    pub fn new(recording: bool) -> Self {
        Self { recording, events: Vec::new() }
    }

    pub fn push(&mut self, at: u64, event: Event) {
        if self.recording {
            self.events.push((at, event));
        }
    }

    pub fn take(&mut self) -> Vec<(u64, Event)> {
        std::mem::take(&mut self.events)
    }
}
