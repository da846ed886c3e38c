//! The call stack as the probes see it: from the engine's stack depth at each probe, frames are entered and left.

use std::cell::OnceCell;
use std::collections::VecDeque;

use boa_engine::{Context, JsValue};

use super::{Recorder, Tables};
use crate::inspect::is_uninitialised;
use machine::Machine;
use trace::{Change, Entry, Event, FrameKind, FunctionId, SiteId, TextId};

/// A frame that the trace has on its stack.
struct Frame {
    /// The engine's stack depth at which it stands.
    depth: usize,
    kind: FrameKind,
    function: Option<FunctionId>,
    site: Option<SiteId>,
    /// The run of its code that it is, if that can be left and gone on with.
    activation: Option<usize>,
    /// Its variables as the trace last showed them.
    shown: Vec<Change>,
}

impl Frame {
    fn new(depth: usize, kind: FrameKind) -> Self {
        Self { depth, kind, function: None, site: None, activation: None, shown: Vec::new() }
    }
}

/// A frame of the program that comes onto the stack.
#[derive(Clone, Copy)]
struct Entering {
    function: Option<FunctionId>,
    /// A place in the file whose frame it is, where it is no function's.
    site: Option<SiteId>,
    /// The engine's stack depth at which it stands.
    depth: usize,
    entry: Entry,
}

/// The stack, oldest frame first.
#[derive(Default)]
pub(super) struct Frames {
    stack: Vec<Frame>,
    /// Those that may go on: async functions, generators, modules. What was shown of their variables still stands.
    left: VecDeque<(usize, Vec<Change>)>,
}

/// The most frames that are remembered after they were left: one that goes on after more others is shown as if all its variables were new.
const MOST_LEFT: usize = 1_000;

impl Frames {
    fn pop(&mut self) {
        let Some(Frame { activation: Some(activation), shown, .. }) = self.stack.pop() else { return };
        if self.left.len() == MOST_LEFT {
            self.left.pop_front();
        }
        self.left.push_back((activation, shown));
    }

    /// The variables of a run of code as they were shown when it was left.
    fn taken_up(&mut self, activation: usize) -> Option<Vec<Change>> {
        let place = self.left.iter().rposition(|(left, _)| *left == activation)?;
        self.left.remove(place).map(|(_, shown)| shown)
    }

    /// The variables of the newest frames as they were last shown.
    pub(super) fn shown(&self) -> impl Iterator<Item = &Change> {
        const MOST_FRAMES: usize = 8;
        self.stack.iter().rev().filter(|frame| frame.kind == FrameKind::Program).take(MOST_FRAMES).flat_map(|frame| &frame.shown)
    }

    /// Whether a frame stands at `depth` or above it.
    pub(super) fn reaches(&self, depth: usize) -> bool {
        self.stack.last().is_some_and(|frame| frame.depth >= depth)
    }

    /// The site at which the newest program frame stands.
    pub(super) fn current_site(&self) -> Option<SiteId> {
        self.stack.iter().rev().find(|frame| matches!(frame.kind, FrameKind::Program | FrameKind::Callee)).and_then(|frame| frame.site)
    }

    /// The callee's text of the call that is going on, if the program is calling something.
    pub(super) fn callee_of_current_call<'t>(&self, tables: &'t Tables) -> Option<&'t str> {
        let frame = self.stack.last().filter(|frame| frame.kind == FrameKind::Callee)?;
        let site = tables.site(frame.site?)?;
        Some(tables.read(site.callee))
    }

    /// The name of the newest program function.
    pub(super) fn current_function<'t>(&self, tables: &'t Tables) -> Option<&'t str> {
        let frame = self.stack.iter().rev().find(|frame| frame.kind == FrameKind::Program)?;
        let function = tables.program.functions.get(frame.function?.index())?;
        Some(tables.read(function.name))
    }
}

impl Recorder {
    /// Frames deeper than `depth` have gone.
    pub(super) fn unwind(&mut self, machine: &mut Machine, depth: usize) {
        while self.frames.stack.last().is_some_and(|frame| frame.depth > depth) {
            self.frames.pop();
            self.push(machine, None, Event::FrameLeft);
        }
    }

    /// A function of Node's begins at `depth`: what stood there has gone, but for the call of the program that it answers.
    pub(super) fn gone_before_call(&mut self, machine: &mut Machine, depth: usize) {
        self.unwind(machine, depth);
        if self.frames.stack.last().is_some_and(|frame| frame.depth == depth && frame.kind != FrameKind::Callee) {
            self.unwind(machine, depth - 1);
        }
    }

    /// A function of the program begins at `depth`.
    pub(crate) fn entered(&mut self, machine: &mut Machine, function: Option<FunctionId>, depth: usize, context: &Context) {
        if self.on {
            self.enters(machine, Entering { function, site: None, depth, entry: Entry::Called }, context);
        }
    }

    /// A frame of the program comes onto the stack.
    fn enters(&mut self, machine: &mut Machine, entering: Entering, context: &Context) {
        let Entering { function, site, depth, entry } = entering;
        self.look_at_the_stream(machine);
        self.unwind(machine, depth);
        let replaces_callee = self.frames.stack.last().is_some_and(|frame| frame.kind == FrameKind::Callee && frame.depth == depth);
        if replaces_callee {
            self.frames.pop();
        } else {
            self.unwind(machine, depth.saturating_sub(1));
            let below = self.frames.stack.last().map_or(0, |frame| frame.depth);
            if depth > below + 1 {
                self.between(machine, below + 1, depth, context);
            }
        }
        let name =
            function.and_then(|function| self.tables.program.functions.get(function.index())).map_or_else(TextId::default, |function| function.name);
        let activation = context.activation();
        let before = activation.and_then(|activation| self.frames.taken_up(activation));
        // What begins may be where another one was, which is over.
        let before = before.filter(|_| function.is_none() || entry == Entry::Resumed);
        let entry = if before.is_some() { Entry::Resumed } else { entry };
        let shown = before.unwrap_or_default();
        let variables = shown.clone().into();
        self.frames.stack.push(Frame { function, activation, shown, ..Frame::new(depth, FrameKind::Program) });
        self.push(machine, site, Event::FrameEntered { name, kind: FrameKind::Program, function, entry, replaces_callee, held: variables });
    }

    /// Frames of Node's library and of the engine between two frames of the program, from `first` up to but not including `depth`.
    fn between(&mut self, machine: &mut Machine, first: usize, depth: usize, context: &Context) {
        let total = context.stack_depth();
        // The stack is newest first; entry i stands at depth total - i.
        let frames = context.stack_frames(total);
        // What a function without a name of its own is called by: `Writable.write`.
        let named = OnceCell::new();
        // While nothing of the program is below, the frames down there are Node's way of calling it: the task says that already.
        if self.frames.stack.is_empty() {
            return;
        }
        for at in first..depth {
            let Some(frame) = total.checked_sub(at).and_then(|index| frames.get(index)) else {
                continue;
            };
            if self.frames.stack.last().is_some_and(|last| last.kind == FrameKind::Callee && last.depth == at) {
                continue;
            }
            let kind = if frame.native { FrameKind::Native } else { FrameKind::Library };
            let name = match total.checked_sub(at) {
                Some(index) if frame.function_name.is_empty() => {
                    let named: &Vec<_> = named.get_or_init(|| context.named_stack_frames(total));
                    named.get(index).map_or(&frame.function_name, |frame| &frame.function_name)
                }
                _ => &frame.function_name,
            };
            let name = self.tables.text(&name.to_std_string_lossy());
            self.frames.stack.push(Frame::new(at, kind));
            let event = Event::FrameEntered { name, kind, function: None, entry: Entry::Called, replaces_callee: false, held: Box::default() };
            self.push(machine, None, event);
        }
    }

    /// Makes the frame that `site` is in, at `depth`, the newest one, entering it (as resumed) where it is not there.
    pub(super) fn settle(&mut self, machine: &mut Machine, site: SiteId, depth: usize, context: &Context) {
        let function = self.tables.site(site).and_then(|site| site.function);
        self.unwind(machine, depth);
        let there =
            self.frames.stack.last().is_some_and(|frame| frame.depth == depth && frame.kind == FrameKind::Program && frame.function == function);
        if !there {
            self.unwind(machine, depth.saturating_sub(1));
            let entry = if function.is_none() { Entry::Called } else { Entry::Resumed };
            self.enters(machine, Entering { function, site: function.is_none().then_some(site), depth, entry }, context);
        }
    }

    /// Execution reached a statement. `values`: of the site's visible names, in their order; a private symbol stands for one in its temporal dead zone.
    pub(crate) fn statement(&mut self, machine: &mut Machine, site: SiteId, values: &[JsValue], depth: usize, context: &Context) {
        if !self.on {
            return;
        }
        self.settle(machine, site, depth, context);
        let mut changes = Vec::new();
        for (index, value) in values.iter().enumerate() {
            let Some(name) = self.tables.site(site).and_then(|site| site.visible.get(index).copied()) else { break };
            let object = self.objects.id(value);
            let shown = (!is_uninitialised(value)).then(|| self.tables.variable(value, object));
            let Some(frame) = self.frames.stack.last_mut() else {
                break;
            };
            let change = Change { name, value: shown };
            match frame.shown.iter_mut().find(|shown| shown.name == name) {
                Some(before) if *before == change => continue,
                Some(before) => *before = change,
                None => frame.shown.push(change),
            }
            changes.push(change);
            if self.tables.read(name) != "this" {
                self.variable_holds(machine, name, value);
            }
        }
        if let Some(frame) = self.frames.stack.last_mut() {
            frame.site = Some(site);
        }
        // What the machine did comes before this step.
        self.catch_up(machine);
        self.look_at_objects();
        self.push(machine, Some(site), Event::Statement { changes: changes.into() });
    }

    /// A call is about to happen.
    pub(crate) fn called(&mut self, machine: &mut Machine, site: SiteId, arguments: &[JsValue], depth: usize, context: &Context) {
        if !self.on {
            return;
        }
        self.settle(machine, site, depth, context);
        if let Some(frame) = self.frames.stack.last_mut() {
            frame.site = Some(site);
        }
        let arguments = arguments.iter().map(|argument| self.tables.value(argument)).collect();
        self.push(machine, Some(site), Event::Called { arguments });
        self.frames.stack.push(Frame { site: Some(site), ..Frame::new(depth + 1, FrameKind::Callee) });
    }

    /// A call came back.
    pub(crate) fn returned(&mut self, machine: &mut Machine, site: SiteId, value: &JsValue, depth: usize) {
        if !self.on {
            return;
        }
        self.unwind(machine, depth + 1);
        // The callee's own frame: `Returned` takes it off the trace's stack, a program function's frame leaves by itself.
        match self.frames.stack.last() {
            Some(frame) if frame.depth == depth + 1 && frame.kind == FrameKind::Callee => {
                self.frames.pop();
            }
            Some(frame) if frame.depth == depth + 1 => {
                self.frames.pop();
                self.push(machine, None, Event::FrameLeft);
            }
            // An optional call that did not happen.
            _ => return,
        }
        if let Some(frame) = self.frames.stack.last_mut() {
            frame.site = Some(site);
        }
        let value = self.tables.value(value);
        self.push(machine, Some(site), Event::Returned { value });
    }
}
