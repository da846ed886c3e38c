//! The trace's tables while they grow: each entry is sent once.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use boa_engine::{JsObject, JsValue};

use super::library::LibraryFunctions;
use super::numbered::Numbered;
use super::{Recorder, preview};
use crate::probe;
use crate::v8_words::SyntaxProblem;
use trace::{FunctionId, MOST_BYTES, Memory, ObjectId, Script, ScriptId, Site, SiteId, Span, TextId, Value, ValueId, ValueKind};

/// Texts, values, sites, functions and scripts, with how much of each was sent.
pub(crate) struct Tables {
    texts: Vec<Rc<str>>,
    text_ids: BTreeMap<Rc<str>, TextId>,
    values: Vec<Value>,
    /// The ids of values by all their parts. Its own order is never used.
    value_ids: HashMap<Value, ValueId>,
    /// Small whole numbers, which are most.
    integer_ids: HashMap<i32, ValueId>,
    preview: String,
    /// Array buffers in the order in which they were seen.
    buffers: Numbered,
    /// The sites and functions of the program's text.
    pub(crate) program: probe::Tables,
    scripts: Vec<Script>,
    pub(super) library: LibraryFunctions,
    sent: Sent,
}

#[derive(Default)]
struct Sent {
    texts: usize,
    values: usize,
    sites: usize,
    functions: usize,
    scripts: usize,
    library: usize,
}

impl Default for Tables {
    fn default() -> Self {
        let mut tables = Self {
            texts: Vec::new(),
            text_ids: BTreeMap::new(),
            values: Vec::new(),
            value_ids: HashMap::default(),
            integer_ids: HashMap::default(),
            preview: String::new(),
            buffers: Numbered::default(),
            program: probe::Tables::default(),
            scripts: Vec::new(),
            library: LibraryFunctions::default(),
            sent: Sent::default(),
        };
        // TextId 0 is the empty text: what "no name" is written as.
        tables.text("");
        tables
    }
}

impl Tables {
    pub(crate) fn text(&mut self, text: &str) -> TextId {
        if let Some(id) = self.text_ids.get(text) {
            return *id;
        }
        let text: Rc<str> = Rc::from(text);
        let id = TextId(u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
        self.texts.push(text.clone());
        self.text_ids.insert(text, id);
        id
    }

    pub(crate) fn shared(&self, id: TextId) -> Rc<str> {
        self.texts.get(id.index()).cloned().unwrap_or_else(|| Rc::from(""))
    }

    pub(crate) fn read(&self, id: TextId) -> &str {
        self.texts.get(id.index()).map_or("", |text| text)
    }

    /// The preview of a value.
    pub(crate) fn value(&mut self, value: &JsValue) -> ValueId {
        self.shown(value, false, None)
    }

    /// The preview of a value that a variable holds: with the memory that it shows, and which object it is.
    pub(crate) fn variable(&mut self, value: &JsValue, object: Option<ObjectId>) -> ValueId {
        self.shown(value, true, object)
    }

    /// The object that a value is.
    pub(super) fn object(&self, value: ValueId) -> Option<ObjectId> {
        self.values.get(value.index()).and_then(|value| value.object)
    }

    fn shown(&mut self, value: &JsValue, with_memory: bool, object: Option<ObjectId>) -> ValueId {
        let integer = value.as_i32();
        if let Some(id) = integer.and_then(|integer| self.integer_ids.get(&integer)) {
            return *id;
        }
        self.preview.clear();
        let kind = preview::write_preview(value, &mut self.preview);
        // Of what shows memory the kind is that of plain objects.
        let may_show = with_memory && kind == ValueKind::Object;
        let memory = value.as_object().filter(|_| may_show).and_then(|object| self.memory(&object));
        let shown = Value { kind, text: Rc::from(self.preview.as_str()), memory, object };
        if let Some(id) = self.value_ids.get(&shown) {
            return *id;
        }
        let id = ValueId(u32::try_from(self.values.len()).unwrap_or(u32::MAX));
        self.values.push(shown.clone());
        self.value_ids.insert(shown, id);
        if let Some(integer) = integer {
            self.integer_ids.insert(integer, id);
        }
        id
    }

    /// The part of an array buffer that a value shows; the buffer gets its number here.
    fn memory(&mut self, object: &JsObject) -> Option<Memory> {
        let found = object.memory(MOST_BYTES)?;
        let buffer = u32::try_from(self.buffers.number(&found.buffer)).unwrap_or(u32::MAX);
        let clamped = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        Some(Memory {
            buffer,
            whole: clamped(found.whole as u64),
            offset: clamped(found.offset),
            length: clamped(found.length as u64),
            bytes: found.bytes.into(),
        })
    }

    pub(crate) fn site(&self, id: SiteId) -> Option<&Site> {
        self.program.sites.get(id.index())
    }

    /// Instruments a text of the program, adding its sites and functions.
    ///
    /// # Errors
    /// The syntax error of a text that is no program.
    pub(crate) fn instrument(&mut self, source: &str, request: probe::Request) -> Result<probe::Instrumented, SyntaxProblem> {
        let mut program = std::mem::take(&mut self.program);
        let result = probe::instrument(source, request, &mut program, &mut |text| self.text(text));
        self.program = program;
        result
    }

    /// Adds a file of the program.
    pub(crate) fn script(&mut self, path: &str, source: &Rc<str>) -> ScriptId {
        // A file that is read again: as a module after it turned out to be no CommonJS, or after it was deleted from `require.cache`.
        if let Some(known) = self.scripts.iter().position(|known| *known.path == *path && known.source == *source) {
            return ScriptId(u16::try_from(known).unwrap_or(u16::MAX));
        }
        let id = ScriptId(u16::try_from(self.scripts.len()).unwrap_or(u16::MAX));
        self.scripts.push(Script { path: Rc::from(path), source: source.clone() });
        id
    }

    /// The newest file of this path, or this `file:` URL.
    pub(crate) fn script_of(&self, name: &str) -> Option<ScriptId> {
        let path = name.strip_prefix("file://").unwrap_or(name);
        let place = self.scripts.iter().rposition(|known| *known.path == *path)?;
        u16::try_from(place).ok().map(ScriptId)
    }

    /// The function that stands there.
    pub(crate) fn function_at(&self, script: ScriptId, span: Span) -> Option<FunctionId> {
        let place = self.program.functions.iter().rposition(|known| known.script == script && known.span == span)?;
        u32::try_from(place).ok().map(FunctionId)
    }

    pub(crate) fn script_path(&self, id: ScriptId) -> Option<&str> {
        self.scripts.get(id.index()).map(|script| &*script.path)
    }
}

impl Recorder {
    /// The entries of every table that are new since the last chunk.
    pub(super) fn take_tables(&mut self) -> trace::Tables {
        let Self { tables, objects, shapes, tiers, heap, .. } = self;
        let sent = &mut tables.sent;
        trace::Tables {
            scripts: unsent(&tables.scripts, &mut sent.scripts),
            functions: unsent(&tables.program.functions, &mut sent.functions),
            sites: unsent(&tables.program.sites, &mut sent.sites),
            texts: unsent(&tables.texts, &mut sent.texts),
            values: unsent(&tables.values, &mut sent.values),
            library: unsent(tables.library.listed(), &mut sent.library),
            compilations: std::mem::take(&mut tables.program.compilations),
            objects: objects.take(),
            hidden_classes: std::mem::take(&mut shapes.classes),
            caches: std::mem::take(&mut shapes.caches),
            tiers: std::mem::take(&mut tiers.changes),
            heap: std::mem::take(&mut heap.heap),
            collections: std::mem::take(&mut heap.collections),
            blocks: std::mem::take(&mut heap.blocks),
        }
    }
}

/// The entries after the first `sent`, which all are sent from now on.
fn unsent<T: Clone>(all: &[T], sent: &mut usize) -> Vec<T> {
    all[std::mem::replace(sent, all.len())..].to_vec()
}
