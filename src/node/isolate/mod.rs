//! What V8 would have made of the objects that the program makes: the engine tells what it does to each, and `v8::shapes` follows.
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
mod texts;
mod uses;

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use boa_engine::optimizer::OptimizerOptions;
use boa_engine::vm::observation;
use boa_engine::{Context, JsObject, JsValue};
use rustc_hash::{FxHashMap, FxHashSet};

use super::host::Host;
use v8::heap::Kind;
use v8::shapes::{Class, MapId, ObjectId, Shapes, SiteId, SiteKind, Sites, ValueKind};

pub(crate) use compilers::Compiled;
pub(crate) use memory::{News, ask, collected, turn};
pub(crate) use natives::{allow as allow_natives, respelled};
pub(crate) use profile::Asked;

/// V8's side of one run.
pub(crate) struct Isolate {
    host: Weak<Host>,
    pub(crate) shapes: Shapes,
    pub(crate) sites: Sites,
    pub(crate) memory: memory::Memory,
    /// By the number that is on the object; the first is nobody.
    objects: Vec<Known>,
    /// The prototypes that the program did not make, by where they are: an object that is held here would outlive the engine's heap.
    intrinsics: Vec<(usize, Class)>,
    texts: FxHashMap<Rc<str>, Rc<texts::Text>>,
    /// By the code and how far it is.
    places: FxHashMap<(u64, u32), Place>,
    sites_by_text: FxHashMap<(Rc<str>, u32), SiteId>,
    /// By site: its file, and where it is there.
    site_texts: Vec<(Rc<str>, u32)>,
    /// Sites that have seen something new.
    news: Vec<(SiteId, SiteKind)>,
    /// By the code, where its bytecode is not known: how often its functions were entered, and turned in loops.
    warmth: FxHashMap<u64, u32>,
    /// The code that was last asked for, and how warm it is.
    newest: (u64, u32),
    symbols: FxHashMap<u64, u32>,
    /// By code: what a constructor's text assigns to `this`.
    assigned: FxHashMap<usize, usize>,
    compilers: compilers::Compilers,
    /// The object whose changes are told as a whole, and those that are stored to by key.
    silent: Option<u32>,
    keyed: Option<u32>,
    /// The depths of the built-in functions that run.
    natives: Vec<usize>,
    /// An element's store that has begun: the site, the object, its map before.
    storing: Option<(SiteId, ObjectId, MapId)>,
    /// A literal that begins with a spread.
    cloning: Option<births::Cloning>,
    /// Where literals and arrays were made, of those whose places learn from them.
    literals_made: FxHashSet<SiteId>,
}

/// An object that is followed.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// Of an array, while it lives: its length.
    length: Option<u32>,
    /// Node's own, or of the language.
    foreign: bool,
    /// Of one that the heap has.
    kind: Option<Kind>,
}

/// Where a place in the code stands in the author's text.
#[derive(Clone)]
struct Place {
    /// The object literal that begins here.
    literal: Option<Rc<texts::LiteralText>>,
    site: SiteId,
    /// The map that it used last: using it again changes nothing.
    last: Option<MapId>,
}

thread_local! {
    static ISOLATE: RefCell<Option<Isolate>> = const { RefCell::new(None) };
}

/// From now on the objects of the program are followed; `is_told`: a recorder asks what is new.
pub(crate) fn start(host: &Rc<Host>, context: &mut Context, is_told: bool) {
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
    let asked = host.heap_asked.get();
    ISOLATE.set(Some(Isolate {
        host: Rc::downgrade(host),
        shapes: Shapes::new(profile),
        sites: Sites::default(),
        memory: memory::Memory::new(profile::of(host), asked.scale(), asked.may_collect(), is_told),
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
    }));
    observation::observe(Some(&observer::EYES));
}

/// Nothing is followed any more.
pub(crate) fn stop() {
    observation::observe(None);
    drop(ISOLATE.take());
}

/// Asks or tells the isolate, if there is one and it is not busy.
pub(crate) fn with<T>(then: impl FnOnce(&mut Isolate) -> T) -> Option<T> {
    // At the end of a thread the engine's objects may go after this.
    ISOLATE.try_with(|isolate| isolate.try_borrow_mut().ok()?.as_mut().map(then)).ok().flatten()
}

impl Isolate {
    /// The number on an object; it is written there if it is new.
    pub(crate) fn number(&mut self, object: &JsObject) -> u32 {
        match object.mark() {
            Some(0) => self.adopt(object),
            known => known.unwrap_or(0),
        }
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

/// What kind of value it is, as far as a map can tell.
pub(crate) fn kind(value: &JsValue) -> ValueKind {
    value.as_number().map_or(ValueKind::HeapObject, ValueKind::of_number)
}
