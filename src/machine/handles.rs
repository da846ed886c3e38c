//! Handles: what keeps the loop alive, and their closing callbacks.
//!
//! Follows libuv v1.52.1 `src/unix/core.c`: `uv_close` pushes on the head of `loop->closing_handles`, and `uv__run_closing_handles` detaches the
//! list and walks it from the head, so callbacks run last closed first. Rule N15: docs/node-semantics.md#n15.

use std::collections::BTreeMap;

/// A libuv handle other than Node's one timer and the immediates' idle and check handles. Numbered in order of opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct HandleId(pub u32);

/// What a handle does for the loop. Sockets and pipes join when the kernel has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandleKind {
    /// `uv_async_t`: active from its opening to its closing; see `async_wakeup`.
    Async,
    /// Anything that only counts as open and has a close callback.
    Plain,
}

#[derive(Clone, Debug)]
struct Handle {
    kind: HandleKind,
    active: bool,
    referenced: bool,
    signalled: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Handles {
    next: u32,
    /// In order of opening, which is the order in which wake-ups are visited.
    open: BTreeMap<HandleId, Handle>,
    /// Last closed last; walked backwards.
    closing: Vec<HandleId>,
}

impl Handles {
    pub fn open(&mut self, kind: HandleKind) -> HandleId {
        let id = HandleId(self.next);
        self.next += 1;
        self.open.insert(id, Handle { kind, active: kind == HandleKind::Async, referenced: true, signalled: false });
        id
    }

    pub fn set_active(&mut self, id: HandleId, on: bool) {
        if let Some(handle) = self.open.get_mut(&id) {
            handle.active = on;
        }
    }

    pub fn set_referenced(&mut self, id: HandleId, on: bool) {
        if let Some(handle) = self.open.get_mut(&id) {
            handle.referenced = on;
        }
    }

    /// `uv_close`. Closing twice is a defect of the caller in libuv, and nothing here.
    pub fn close(&mut self, id: HandleId) {
        if self.open.remove(&id).is_some() {
            self.closing.push(id);
        }
    }

    pub fn signal(&mut self, id: HandleId) {
        if let Some(handle) = self.open.get_mut(&id) {
            handle.signalled |= handle.kind == HandleKind::Async;
        }
    }

    pub fn any_signalled(&self) -> bool {
        self.open.values().any(|handle| handle.signalled)
    }

    /// The first signalled handle opened after `visited`; its signal is taken.
    pub fn take_signal(&mut self, visited: Option<HandleId>) -> Option<HandleId> {
        let (id, handle) = self.open.iter_mut().find(|(id, handle)| handle.signalled && visited.is_none_or(|last| **id > last))?;
        handle.signalled = false;
        Some(*id)
    }

    /// Whether an open handle keeps the loop alive.
    pub fn any_alive(&self) -> bool {
        self.open.values().any(|handle| handle.active && handle.referenced)
    }

    pub fn any_closing(&self) -> bool {
        !self.closing.is_empty()
    }

    /// Detaches the closing list: what is closed from now on waits for the next iteration. Pop from the end.
    pub fn take_closing(&mut self) -> Vec<HandleId> {
        std::mem::take(&mut self.closing)
    }
}
