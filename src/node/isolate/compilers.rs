//! V8's compilers and the program's functions: reports to `v8::tiers` what the code does.

use std::rc::Rc;

use boa_engine::property::PropertyKey;
use boa_engine::vm::observation::{self, Access, Code, Point};
use boa_engine::{JsObject, JsString, JsValue};
use rustc_hash::{FxHashMap, FxHashSet};

use super::operations::{Doing, Operation};
use super::{Isolate, births, texts};
use crate::probe::Position;
use trace::{ByteOffset, Profile, Span};
use v8::shapes::ObjectId;
use v8::tiers::{
    Callee, CellId, Element, Exit, FunctionId, Kind, NUMBER_MAP, Operator, Reason, STRING_MAP, SiteId, SiteKind, Tier, TierEvent, Tiers,
};

/// An operation that the code has come to, in V8's bytecode.
#[derive(Clone, Copy)]
struct Spot {
    site: SiteId,
    kind: SiteKind,
    operator: Operator,
    unary: bool,
}

/// The compilers' side of the isolate.
pub(super) struct Compilers {
    tiers: Tiers,
    /// The file of each function, and its number there, by [`FunctionId`].
    functions: Vec<(Rc<str>, usize)>,
    by_place: FxHashMap<(Rc<str>, usize), FunctionId>,
    by_code: FxHashMap<u64, Option<FunctionId>>,
    /// Feedback cells, by the number that is on the function.
    cells: FxHashMap<u32, CellId>,
    /// Those of observed code; `None`: of a function whose bytecode is not known.
    frames: Vec<Option<CellId>>,
    /// The sites of places, by the code's id and its program counter.
    spots: FxHashMap<(u64, u32), Option<Spot>>,
    returning: Option<SiteId>,
    names: FxHashMap<PropertyKey, u32>,
    /// Strings of the texts: each is one object.
    strings: FxHashSet<JsString>,
}

/// A change of a function's code: its file, and its span there, in bytes.
pub(crate) struct Compiled {
    pub path: Rc<str>,
    pub span: Span,
    pub event: TierEvent<ExitInText>,
}

/// The place where optimised code was left, and the reason.
pub(crate) struct ExitInText {
    pub reason: Reason,
    /// The file, and the expression's span in bytes of UTF-8.
    pub place: Option<(Rc<str>, Span)>,
}

impl Compilers {
    pub(super) fn new(profile: Profile) -> Self {
        Self {
            tiers: Tiers::new(profile),
            functions: Vec::new(),
            by_place: FxHashMap::default(),
            by_code: FxHashMap::default(),
            cells: FxHashMap::default(),
            frames: Vec::new(),
            spots: FxHashMap::default(),
            returning: None,
            names: FxHashMap::default(),
            strings: FxHashSet::default(),
        }
    }

    pub(super) fn allocate_feedback_eagerly(&mut self) {
        self.tiers.allocate_feedback_eagerly();
    }

    /// Whether the newest frame's function has its feedback; `None` where its bytecode is not known.
    pub(super) fn has_feedback(&self) -> Option<bool> {
        if self.tiers.is_eager() {
            return Some(true);
        }
        let cell = self.frames.last().copied().flatten()?;
        Some(self.tiers.has_feedback(cell))
    }

    /// Whether conditions matter: only V8 before 12 counts them.
    pub(super) fn wants_branches(&self) -> bool {
        self.tiers.wants_branches()
    }

    pub(super) fn forget(&mut self, mark: u32) {
        self.cells.remove(&mark);
    }

    fn models(&self) -> bool {
        matches!(self.frames.last(), Some(Some(_)))
    }

    fn kind(&self, value: &JsValue) -> Kind {
        if let Some(number) = value.as_number() {
            #[expect(clippy::cast_possible_truncation, reason = "the result is compared with the number")]
            let integer = number as i32;
            return if f64::from(integer) == number && !(integer == 0 && number.is_sign_negative()) { Kind::Smi } else { Kind::Double };
        }
        if let Some(string) = value.as_string() {
            return if self.is_internalized(&string) { Kind::InternalizedString } else { Kind::String };
        }
        match value {
            value if value.is_boolean() => Kind::Boolean,
            value if value.is_null_or_undefined() => Kind::Nullish,
            value if value.is_bigint() => Kind::BigInt,
            value if value.is_symbol() => Kind::Symbol,
            _ => Kind::Receiver,
        }
    }

    /// A guess: that it is written in the text somewhere.
    fn is_internalized(&self, string: &JsString) -> bool {
        const LONGEST: usize = 64;
        string.len() <= 1 || (string.len() <= LONGEST && self.strings.contains(string))
    }
}

impl Isolate {
    /// The bytecode of a function's code.
    fn function_of(&mut self, code: Code<'_>) -> Option<FunctionId> {
        if let Some(known) = self.compilers.by_code.get(&code.id()) {
            return *known;
        }
        let found = self.find_function(code);
        self.compilers.by_code.insert(code.id(), found);
        found
    }

    fn find_function(&mut self, code: Code<'_>) -> Option<FunctionId> {
        let path: Rc<str> = code.path()?.to_string_lossy().into();
        let text = self.text(&path)?;
        let (line, column) = code.start()?;
        let start = Position::new(line, column);
        let index = self.in_source(&path, |source| match source.written_at(start) {
            Some(ByteOffset(at)) => text.operations.function_at(at),
            None => source.is_wrapper(start).then_some(0),
        })?;
        if let Some(known) = self.compilers.by_place.get(&(path.clone(), index)) {
            return Some(*known);
        }
        let listing = text.operations.functions.get(index)?.listing.as_ref()?;
        let compilers = &mut self.compilers;
        let id = compilers.tiers.function(listing);
        compilers.functions.push((path.clone(), index));
        compilers.by_place.insert((path, index), id);
        Some(id)
    }

    /// A text is about to be run.
    pub(super) fn intern(&mut self, text: &texts::Text) {
        self.compilers.strings.extend(text.operations.strings.iter().map(|string| JsString::from(string.as_str())));
    }

    fn text_of(&self, function: FunctionId) -> Option<(Rc<texts::Text>, usize)> {
        let (path, index) = self.compilers.functions.get(function.0 as usize)?;
        Some((self.texts.get(path)?.clone(), *index))
    }

    /// The site that the bytecode has for an operation of the code, at its place.
    fn spot(&mut self, at: observation::Place<'_>, doing: Doing) -> Option<Spot> {
        if !self.compilers.models() {
            return None;
        }
        let id = at.id();
        if let Some(known) = self.compilers.spots.get(&id) {
            return *known;
        }
        let found = self.find_spot(at, doing);
        self.compilers.spots.insert(id, found);
        found
    }

    fn find_spot(&mut self, at: observation::Place<'_>, doing: Doing) -> Option<Spot> {
        let function = self.function_of(at.code())?;
        let (text, index) = self.text_of(function)?;
        let own = text.operations.functions.get(index)?;
        let operation = match doing {
            Doing::Loop(number) => Operation::at(SiteKind::Loop, *own.loops.get(number as usize)?),
            Doing::Return(number) => Operation::at(SiteKind::Return, *own.returns.get(number as usize)?),
            _ => {
                let (path, _) = self.compilers.functions.get(function.0 as usize)?;
                let (line, column) = at.position()?;
                let ByteOffset(at) = self.in_source(path, |source| source.written_at(Position::new(line, column)))?;
                *text.operations.operation(doing, at)?
            }
        };
        let site = self.compilers.tiers.site(function, operation.span, operation.kind)?;
        let operator = operation.operator.unwrap_or(Operator::Additive);
        Some(Spot { site, kind: operation.kind, operator, unary: operation.unary })
    }

    /// A closure was made.
    pub(super) fn function_made(&mut self, code: Code<'_>, function: &JsObject) {
        let Some(id) = self.function_of(code) else { return };
        let outer = self.compilers.frames.last().copied().flatten();
        let cell = self.compilers.tiers.cell(outer, id);
        let number = self.number(function);
        self.compilers.cells.insert(number, cell);
    }

    pub(super) fn entered(&mut self, at: observation::Place<'_>, function: Option<&JsObject>) {
        let cell = function.and_then(|function| match self.compilers.cells.get(&function.mark().unwrap_or(0)) {
            Some(known) => Some(*known),
            None => {
                let id = self.function_of(at.code())?;
                let cell = self.compilers.tiers.cell(None, id);
                let number = self.number(function);
                self.compilers.cells.insert(number, cell);
                Some(cell)
            }
        });
        if let Some(cell) = cell {
            self.compilers.tiers.enter(cell);
        } else {
            self.warm(at.id().0);
        }
        self.compilers.frames.push(cell);
    }

    pub(super) fn left(&mut self, thrown: bool) {
        let compilers = &mut self.compilers;
        let returning = compilers.returning.take();
        match compilers.frames.pop().flatten() {
            Some(_) if thrown => compilers.tiers.abandon(),
            Some(_) => compilers.tiers.leave(returning),
            None => {}
        }
    }

    pub(super) fn reached(&mut self, at: observation::Place<'_>, point: Point) {
        let doing = match point {
            Point::Global => Doing::Global,
            Point::Loop(number) => Doing::Loop(number),
            Point::Return(number) => Doing::Return(number),
        };
        let site = self.spot(at, doing).map(|spot| spot.site);
        match (point, site) {
            (Point::Global, Some(site)) => self.compilers.tiers.global(site),
            (Point::Loop(_), Some(site)) => self.compilers.tiers.back_edge(site),
            (Point::Loop(_), None) if !self.compilers.models() => self.warm(at.id().0),
            (Point::Return(_), site) if self.compilers.models() => self.compilers.returning = site,
            _ => {}
        }
    }

    pub(super) fn branched(&mut self, at: observation::Place<'_>, value: bool) {
        if let Some(spot) = self.spot(at, Doing::Branch) {
            self.compilers.tiers.branch(spot.site, value);
        }
    }

    pub(super) fn operated(&mut self, at: observation::Place<'_>, result: &JsValue, left: &JsValue, right: &JsValue) {
        let Some(spot) = self.spot(at, Doing::Computation) else { return };
        let compilers = &mut self.compilers;
        let left = compilers.kind(left);
        let right = if spot.unary { Kind::Smi } else { compilers.kind(right) };
        if spot.kind == SiteKind::Compare {
            compilers.tiers.compare(spot.site, spot.operator, left, right);
        } else {
            let result = compilers.kind(result);
            compilers.tiers.arithmetic(spot.site, spot.operator, left, right, result);
        }
    }

    pub(super) fn invoking(&mut self, at: observation::Place<'_>, function: &JsValue) {
        let Some(spot) = self.spot(at, Doing::Call) else { return };
        let Some(function) = function.as_object() else { return };
        let object = self.number(&function);
        let callee = Callee { object, cell: self.compilers.cells.get(&object).copied() };
        if spot.kind == SiteKind::Construct {
            self.compilers.tiers.construct(spot.site, callee);
        } else {
            self.compilers.tiers.call(spot.site, callee);
        }
    }

    pub(super) fn using_primitive(&mut self, at: observation::Place<'_>, value: &JsValue, keyed: bool) {
        let map = match value {
            value if value.is_null_or_undefined() => return,
            value if value.is_string() => STRING_MAP,
            value if value.is_number() => NUMBER_MAP,
            value if value.is_boolean() => NUMBER_MAP - 1,
            _ => NUMBER_MAP - 2,
        };
        let Some(spot) = self.spot(at, Doing::Load) else { return };
        if keyed {
            self.compilers.tiers.keyed(spot.site, map, Element::default());
        } else {
            self.compilers.tiers.named(spot.site, map);
        }
    }

    /// An object is about to be used.
    pub(super) fn using(&mut self, at: observation::Place<'_>, object: &JsObject, number: u32, access: &Access<'_>) {
        let doing = match access {
            Access::Load(_) | Access::LoadKeyed(_) => Doing::Load,
            Access::Store(..) | Access::StoreKeyed(..) => Doing::Store,
            Access::DefineKeyed(_) => return,
        };
        let Some(spot) = self.spot(at, doing) else { return };
        let Some(map) = self.shapes.map_of(ObjectId(number)) else { return };
        let tiers = &mut self.compilers.tiers;
        match access {
            Access::LoadKeyed(PropertyKey::Index(index)) => tiers.keyed(spot.site, map.0, element(object, index.get(), true)),
            Access::StoreKeyed(PropertyKey::Index(index), _) => tiers.keyed(spot.site, map.0, element(object, index.get(), false)),
            Access::LoadKeyed(key) | Access::StoreKeyed(key, _) => {
                let next = u32::try_from(self.compilers.names.len() + 1).unwrap_or(u32::MAX);
                let name = *self.compilers.names.entry((*key).clone()).or_insert(next);
                tiers.keyed(spot.site, map.0, Element { name: Some(name), ..Element::default() });
            }
            _ => tiers.named(spot.site, map.0),
        }
    }

    /// The changes that the compilers have made since this was last asked.
    pub(crate) fn take_compiled(&mut self) -> Vec<Compiled> {
        let events = self.compilers.tiers.take_events();
        events
            .into_iter()
            .filter_map(|event| {
                let (text, index) = self.text_of(event.function)?;
                let span = text.operations.functions.get(index)?.span;
                let span = Span { start: span.start, end: span.end };
                let path = self.compilers.functions.get(event.function.0 as usize)?.0.clone();
                let event = event.change.map(|Exit { reason, at, offset }| ExitInText { reason, place: self.place_of(at, offset) });
                Some(Compiled { path, span, event })
            })
            .collect()
    }

    /// The expression that an instruction comes from.
    fn place_of(&self, function: FunctionId, offset: u32) -> Option<(Rc<str>, Span)> {
        let (text, index) = self.text_of(function)?;
        let listing = text.operations.functions.get(index)?.listing.as_ref()?;
        let instruction = listing.instructions.iter().rev().find(|instruction| instruction.offset <= offset)?;
        let span = instruction.span?;
        Some((self.compilers.functions.get(function.0 as usize)?.0.clone(), Span { start: span.start, end: span.end }))
    }

    /// `%GetOptimizationStatus` (`src/runtime/runtime.h`, `OptimizationStatus`).
    pub(super) fn optimization_status(&self, function: &JsObject) -> u32 {
        const IS_FUNCTION: u32 = 1;
        const OPTIMIZED: u32 = 1 << 4;
        const MAGLEVVED: u32 = 1 << 5;
        const TURBOFANNED: u32 = 1 << 6;
        const INTERPRETED: u32 = 1 << 7;
        const BASELINE: u32 = 1 << 15;
        const IS_LAZY: u32 = 1 << 18;
        let cell = function.mark().and_then(|mark| self.compilers.cells.get(&mark));
        let code = match cell.map(|cell| self.compilers.tiers.compiled_tier(*cell)) {
            None => INTERPRETED,
            Some(None) => IS_LAZY,
            Some(Some(Tier::Ignition)) => INTERPRETED,
            Some(Some(Tier::Sparkplug)) => BASELINE,
            Some(Some(Tier::Maglev)) => OPTIMIZED | MAGLEVVED,
            Some(Some(Tier::TurboFan)) => OPTIMIZED | TURBOFANNED,
        };
        IS_FUNCTION | code
    }
}

/// How an index meets an object's elements.
fn element(object: &JsObject, index: u32, load: bool) -> Element {
    if !object.is_array() {
        return Element::default();
    }
    let out_of_bounds = index >= births::length(object);
    let hole = load && !out_of_bounds && object.borrow().properties().get(&PropertyKey::from(index)).is_none();
    Element { out_of_bounds, hole, name: None }
}
