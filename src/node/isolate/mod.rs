//! V8's view of the program's objects: the engine reports each thing that it does to one, and `v8::shapes`, `v8::tiers` and `v8::heap` follow.
//!
//! An object is known here by the number that is written on it: from its birth if the program's code makes it, else from when the program first uses
//! it. What Node's own code does to its own objects is not seen.

mod births;
mod builtin_calls;
mod changes;
mod compilers;
mod heap;
mod memory;
mod natives;
mod observer;
mod operations;
mod profile;
mod shared;
#[cfg(test)]
mod tests;
mod texts;
mod uses;

use std::rc::{Rc, Weak};

use boa_engine::optimizer::OptimizerOptions;
use boa_engine::{Context, JsObject, JsValue};
use rustc_hash::{FxHashMap, FxHashSet};

use super::host::Host;
use v8::heap::{Heap, Kind};
use v8::shapes::{Class, MapId, ObjectId, Shapes, SiteId, SiteKind, Sites, ValueKind};

pub(crate) use compilers::Compiled;
pub(crate) use memory::{News, ask};
pub(crate) use natives::{allow as allow_natives, respelled};
pub(crate) use profile::HeapUses;
pub(crate) use shared::SharedIsolate;

/// V8's side of one run.
pub(crate) struct Isolate {
    host: Weak<Host>,
    pub(crate) shapes: Shapes,
    pub(crate) sites: Sites,
    pub(crate) memory: memory::Memory,
    /// The objects that are followed, by the numbers that are on them; the first is nobody.
    objects: Vec<Known>,
    /// The prototypes that the program did not make, by their addresses: an object that is held here would outlive the engine's heap.
    intrinsics: Vec<(usize, Class)>,
    texts: FxHashMap<Rc<str>, Rc<texts::Text>>,
    /// Places by the code's id and its program counter.
    places: FxHashMap<(u64, u32), Place>,
    sites_by_text: FxHashMap<(Rc<str>, u32), SiteId>,
    /// The file of each site, and its offset there in bytes of UTF-8.
    site_texts: Vec<(Rc<str>, u32)>,
    /// Sites that have seen something new.
    news: Vec<(SiteId, SiteKind)>,
    /// How often functions were entered and loops turned, by the code's id, where its bytecode is not known.
    warmth: FxHashMap<u64, u32>,
    /// The id of the code that was last asked for, and its warmth.
    newest: (u64, u32),
    symbols: FxHashMap<u64, u32>,
    /// The number of properties that a constructor's text assigns to `this`, by its code's address.
    assigned: FxHashMap<usize, usize>,
    compilers: compilers::Compilers,
    /// The object whose changes are reported as a whole, and the one that is stored to by key.
    silent: Option<u32>,
    keyed: Option<u32>,
    /// The depths of the built-in functions that run.
    natives: Vec<usize>,
    /// An element's store that has begun: the site, the object, its map before.
    storing: Option<(SiteId, ObjectId, MapId)>,
    /// A literal that begins with a spread.
    cloning: Option<births::Cloning>,
    /// The sites where literals and arrays were made, of those sites that learn from them.
    literals_made: FxHashSet<SiteId>,
}

/// An object that is followed.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// An array's length in elements, while it lives; `None` for other objects.
    length: Option<u32>,
    /// Whether it is Node's own, or of the language.
    foreign: bool,
    /// The kind of block that it is in the heap's model, if it is there.
    kind: Option<Kind>,
}

/// A place in the code that runs, with its place in the author's text.
#[derive(Clone)]
struct Place {
    /// The object literal that begins here.
    literal: Option<Rc<texts::LiteralText>>,
    site: SiteId,
    /// The map that it used last: using it again changes nothing.
    last: Option<MapId>,
}

/// V8's side of a run that begins; `is_recorded`: a recorder takes what is new.
fn new_isolate(host: &Rc<Host>, context: &mut Context, is_recorded: bool) -> Isolate {
    // `x / 2` is to be seen as a division.
    let options = context.optimizer_options().difference(OptimizerOptions::STRENGTH_REDUCTION);
    context.set_optimizer_options(options);
    let constructors = context.intrinsics().constructors();
    let intrinsics = vec![
        (constructors.object().prototype().address(), Class::Object),
        (constructors.array().prototype().address(), Class::Array),
        (constructors.function().prototype().address(), Class::Function),
    ];
    let profile = host.library.profile();
    let uses = host.heap_uses.get();
    Isolate {
        host: Rc::downgrade(host),
        shapes: Shapes::new(profile),
        sites: Sites::default(),
        memory: memory::Memory::new(Heap::new(profile::of(host), uses.scale()), uses.may_collect(), is_recorded),
        objects: vec![Known::default()],
        intrinsics,
        texts: FxHashMap::default(),
        places: FxHashMap::default(),
        sites_by_text: FxHashMap::default(),
        site_texts: Vec::new(),
        news: Vec::new(),
        warmth: FxHashMap::default(),
        newest: (u64::MAX, 0),
        symbols: FxHashMap::default(),
        assigned: FxHashMap::default(),
        compilers: compilers::Compilers::new(profile),
        silent: None,
        keyed: None,
        natives: Vec::new(),
        storing: None,
        cloning: None,
        literals_made: FxHashSet::default(),
    }
}

impl Isolate {
    /// The number on an object; it is written there if it is new.
    pub(crate) fn number(&mut self, object: &JsObject) -> u32 {
        match object.mark() {
            Some(0) => self.adopt(object),
            known => known.unwrap_or(0),
        }
    }

    /// The engine has collected the object that has this number.
    fn forget(&mut self, number: u32) {
        self.memory.gone(number);
        self.shapes.forget(ObjectId(number));
        self.compilers.forget(number);
    }

    fn new_number(&mut self, object: &JsObject) -> u32 {
        let number = self.next_number();
        object.set_mark(number);
        number
    }

    fn next_number(&mut self) -> u32 {
        let number = u32::try_from(self.objects.len()).unwrap_or(0);
        self.objects.push(Known::default());
        number
    }

    /// Whether the function that runs, of this code, has its feedback vector.
    fn has_feedback(&mut self, code: u64) -> bool {
        /// `--invocation-count-for-feedback-allocation`
        const INVOCATIONS: u32 = 8;
        self.compilers.has_feedback().unwrap_or_else(|| self.warmth_of(code) > INVOCATIONS)
    }

    fn warmth_of(&mut self, code: u64) -> u32 {
        if self.newest.0 != code {
            let known = self.warmth.get(&code).copied().unwrap_or(0);
            let (older, warmth) = std::mem::replace(&mut self.newest, (code, known));
            self.warmth.insert(older, warmth);
        }
        self.newest.1
    }

    /// A function of the code, whose bytecode is not known, was entered, or a loop of it turned.
    fn warm(&mut self, code: u64) {
        self.newest.1 = self.warmth_of(code).saturating_add(1);
    }
}

/// The kind of a value, as far as a map distinguishes it.
pub(crate) fn kind(value: &JsValue) -> ValueKind {
    value.as_number().map_or(ValueKind::HeapObject, ValueKind::of_number)
}
