//! The maps that objects are born with, each the top of a transition tree.

use super::elements_kind::ElementsKind;
use super::heap::Shapes;
use super::key::{FunctionId, MapId};
use super::map::{DescriptorsId, Map, PrototypeUse};
use super::prototypes::Prototype;

/// The class of an object, as its instance type has it. The intrinsic prototype goes by the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A plain object, or an instance of a class of the program.
    Object,
    /// An array.
    Array,
    /// A function.
    Function,
    /// The `arguments` of a function.
    Arguments,
    /// A typed array.
    TypedArray,
    /// Any other built-in class, by the caller's number.
    Other(u16),
}

/// The key by which a root map is found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Root {
    /// `Factory::ObjectLiteralMapFromCache`; `{}` and `new Object` are those with four properties.
    Literal(usize),
    /// `slow_object_with_null_prototype_map`.
    NullPrototype,
    /// `PrototypeInfo::object_create_map`.
    Created(Prototype),
    /// `JSFunction::initial_map`, of `new.target`.
    Constructed(FunctionId, Prototype),
    /// `js_array_maps`.
    Array(Prototype),
    /// The initial map of a built-in class.
    Builtin(Class, usize, Prototype),
}

/// `JSObject::kInitialGlobalObjectUnusedPropertiesCount`: the slots in an empty literal.
pub(super) const EMPTY_LITERAL_SLOTS: usize = 4;
/// `JSObject::kMapCacheSize`: a literal of more properties is no use to the cache of root maps.
pub(super) const LITERAL_ROOTS: usize = 128;

impl Shapes {
    pub(super) fn root(&mut self, root: Root) -> MapId {
        if let Some(map) = self.roots.get(&root) {
            return *map;
        }
        let map = self.new_root(root);
        self.roots.insert(root, map);
        map
    }

    fn new_root(&mut self, root: Root) -> MapId {
        let object = Prototype::Intrinsic(Class::Object);
        let (class, in_object, prototype, elements) = match root {
            Root::Literal(slots) => (Class::Object, slots, object, ElementsKind::Holey),
            Root::NullPrototype => (Class::Object, 0, Prototype::Null, ElementsKind::Holey),
            Root::Created(prototype) => (Class::Object, EMPTY_LITERAL_SLOTS, prototype, ElementsKind::Holey),
            Root::Constructed(_, prototype) => (Class::Object, 0, prototype, ElementsKind::Holey),
            Root::Array(prototype) => (Class::Array, 0, prototype, ElementsKind::PackedSmi),
            Root::Builtin(class, slots, prototype) => (class, slots, prototype, elements_of(class)),
        };
        let id = self.root_map(class, in_object, prototype, elements);
        self.maps[id.index()].dictionary = root == Root::NullPrototype;
        id
    }

    pub(super) fn root_map(&mut self, class: Class, in_object: usize, prototype: Prototype, elements: ElementsKind) -> MapId {
        let descriptors = self.new_descriptors(Vec::new());
        let map = blank(class, in_object, prototype, elements, descriptors);
        self.add_map(map)
    }
}

fn elements_of(class: Class) -> ElementsKind {
    match class {
        Class::TypedArray => ElementsKind::TypedArray,
        Class::Arguments => ElementsKind::Packed,
        Class::Array => ElementsKind::PackedSmi,
        Class::Object | Class::Function | Class::Other(_) => ElementsKind::Holey,
    }
}

fn blank(class: Class, in_object: usize, prototype: Prototype, elements: ElementsKind, descriptors: DescriptorsId) -> Map {
    Map {
        class,
        prototype,
        root: MapId(0),
        origin: None,
        back: None,
        drawn_from: None,
        descriptors,
        own: 0,
        in_object,
        elements,
        dictionary: false,
        deprecated: false,
        extensible: true,
        prototype_use: PrototypeUse::Ordinary,
        transitions: Vec::new(),
        instances: 0,
    }
}
