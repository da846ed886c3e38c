//! Writes traces by hand, for tests that need a run before (or without) an engine.

use std::rc::Rc;

use trace::*;

/// A trace in the making. Virtual time goes on by `cost` with every step.
pub struct Recorder {
    chunk: Chunk,
    at: u64,
    pub cost: u64,
    tasks: u32,
    source: String,
}

impl Recorder {
    pub fn new(source: &str) -> Self {
        let script = Script { path: "/home/reader/main.js".into(), source: source.into() };
        let header = Header { settings: Settings::default(), scripts: vec![script] };
        let chunk = Chunk { header: Some(header), last: true, ..Chunk::default() };
        let mut recorder = Self { chunk, at: 0, cost: 4_000, tasks: 0, source: source.to_owned() };
        recorder.text("");
        recorder
    }

    pub fn finish(self) -> Trace {
        let mut trace = Trace::new();
        trace.append(self.chunk);
        trace
    }

    pub fn text(&mut self, text: &str) -> TextId {
        let place = self.chunk.tables.texts.iter().position(|known| &**known == text).unwrap_or_else(|| {
            self.chunk.tables.texts.push(Rc::from(text));
            self.chunk.tables.texts.len() - 1
        });
        TextId(u32::try_from(place).unwrap())
    }

    pub fn value(&mut self, kind: ValueKind, text: &str) -> ValueId {
        self.chunk.tables.values.push(Value { kind, text: text.into(), memory: None, object: None });
        ValueId(u32::try_from(self.chunk.tables.values.len() - 1).unwrap())
    }

    /// A value that is an object of the program.
    pub fn object(&mut self, text: &str, object: ObjectId) -> ValueId {
        self.chunk.tables.values.push(Value { kind: ValueKind::Object, text: text.into(), memory: None, object: Some(object) });
        ValueId(u32::try_from(self.chunk.tables.values.len() - 1).unwrap())
    }

    /// From the next step on an object holds this.
    pub fn holds(&mut self, object: ObjectId, view: ObjectView) {
        let step = StepId(u32::try_from(self.chunk.steps.len()).unwrap());
        self.chunk.tables.objects.push(Recorded { step, id: object.0, now: view });
    }

    /// At the next step the code of the script's top level changes.
    pub fn tier(&mut self, event: TierEvent) {
        let step = StepId(u32::try_from(self.chunk.steps.len()).unwrap());
        self.chunk.tables.tiers.push(TierChange { step, script: ScriptId(0), function: None, event });
    }

    /// At the next step so many objects are collected.
    pub fn collects(&mut self, collector: Collector, objects: u32) {
        let step = StepId(u32::try_from(self.chunk.steps.len()).unwrap());
        let amount = Amount::default();
        let freed = Amount { objects, bytes: u64::from(objects) * 16 };
        let now = HeapCollection {
            collector,
            reason: CollectionReason::NewSpaceFull,
            copied: amount,
            promoted: amount,
            freed,
            before: 0,
            after: 0,
            pause: 0,
        };
        let id = u32::try_from(self.chunk.tables.collections.len()).unwrap();
        self.chunk.tables.collections.push(Recorded { step, id, now });
    }

    pub fn follows_objects_until(&mut self, step: StepId) {
        self.chunk.tables.objects.end(step);
    }

    /// The site of `needle`'s first occurrence in the source.
    pub fn site(&mut self, kind: SiteKind, needle: &str) -> SiteId {
        self.site_with(kind, needle, &[])
    }

    pub fn site_with(&mut self, kind: SiteKind, needle: &str, visible: &[&str]) -> SiteId {
        let start = self.source.find(needle).unwrap_or_else(|| panic!("`{needle}` is in the source"));
        let head = &self.source[..start];
        let line = head.matches('\n').count() + 1;
        let column = start - head.rfind('\n').map_or(0, |newline| newline + 1) + 1;
        let callee = if kind == SiteKind::Call { needle.split('(').next().unwrap_or("").trim_start_matches('.').to_owned() } else { String::new() };
        let position = Position { line: u32::try_from(line).unwrap(), column: u32::try_from(column).unwrap() };
        let span = Span { start: u32::try_from(start).unwrap(), end: u32::try_from(start + needle.len()).unwrap() };
        let callee = self.text(&callee);
        let visible: Vec<_> = visible.iter().map(|name| self.text(name)).collect();
        self.chunk.tables.sites.push(Site {
            script: ScriptId(0),
            kind,
            span,
            position,
            function: None,
            callee,
            own: u16::try_from(visible.len()).unwrap_or(0),
            visible,
        });
        SiteId(u32::try_from(self.chunk.tables.sites.len() - 1).unwrap())
    }

    pub fn step(&mut self, site: Option<SiteId>, event: Event) {
        self.at += self.cost;
        self.chunk.steps.push(Step { at: Nanos(self.at), agent: AgentId(0), site, inside: None, event });
    }

    pub fn wait_until(&mut self, at: u64) {
        self.at = self.at.max(at);
    }

    pub fn now(&self) -> u64 {
        self.at
    }

    // — phrases —

    pub fn statement(&mut self, needle: &str, changes: &[(&str, ValueKind, &str)]) {
        let visible: Vec<&str> = changes.iter().map(|change| change.0).collect();
        let site = self.site_with(SiteKind::Statement, needle, &visible);
        let changes = changes
            .iter()
            .map(|(name, kind, text)| {
                let value = Some(self.value(*kind, text));
                Change { name: self.text(name), value }
            })
            .collect();
        self.step(Some(site), Event::Statement { changes });
    }

    pub fn call(&mut self, needle: &str, arguments: &[(ValueKind, &str)]) -> SiteId {
        let site = self.site(SiteKind::Call, needle);
        let arguments = arguments.iter().map(|(kind, text)| self.value(*kind, text)).collect();
        self.step(Some(site), Event::Called { arguments });
        site
    }

    pub fn returned(&mut self, site: SiteId, kind: ValueKind, text: &str) {
        let value = self.value(kind, text);
        self.step(Some(site), Event::Returned { value });
    }

    pub fn print(&mut self, needle: &str, text: &str) {
        let site = self.call(needle, &[(ValueKind::String, &format!("'{text}'"))]);
        let line = self.text(&format!("{text}\n"));
        self.step(Some(site), Event::Output { stream: OutputStream::Stdout, text: line });
        self.returned(site, ValueKind::Undefined, "undefined");
    }

    pub fn enqueue(&mut self, site: Option<SiteId>, queue: Queue, label: &str, due: Option<u64>) -> TaskId {
        let task = TaskId(self.tasks);
        self.tasks += 1;
        let label = self.text(label);
        self.step(site, Event::TaskEnqueued { task, queue, label, library: false, due: due.map(Nanos) });
        task
    }

    pub fn enter(&mut self, name: &str, kind: FrameKind, site: Option<SiteId>) {
        let name = self.text(name);
        self.step(site, Event::FrameEntered { name, kind, function: None, entry: Entry::Called, replaces_callee: false, held: Box::default() });
    }

    pub fn leave(&mut self) {
        self.step(None, Event::FrameLeft);
    }

    /// A callback of one call to `console.log`.
    pub fn callback(&mut self, task: TaskId, name: &str, needle: &str, text: &str) {
        self.step(None, Event::TaskBegun { task });
        let site = self.site(SiteKind::Entry, needle);
        self.enter(name, FrameKind::Program, Some(site));
        self.statement(needle, &[]);
        self.print(needle, text);
        self.leave();
        self.step(None, Event::TaskEnded { task });
    }

    pub fn phase(&mut self, phase: Phase, iteration: u32, body: impl FnOnce(&mut Self)) {
        self.step(None, Event::PhaseEntered { phase, iteration });
        body(self);
        self.step(None, Event::PhaseLeft { phase });
    }

    pub fn quiet(&mut self, phases: &[Phase], iteration: u32) {
        for phase in phases {
            self.phase(*phase, iteration, |_| {});
        }
    }
}
