//! Prototypes: changes of an object's prototype, and of an object that becomes one (`JSObject::SetPrototype`, `OptimizeAsPrototype`,
//! `MakePrototypesFast`).

use super::heap::Shapes;
use super::key::ObjectId;
use super::roots::Class;

/// An object's prototype.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prototype {
    /// `null`.
    Null,
    /// The prototype of a built-in class, which the program did not make.
    Intrinsic(Class),
    /// An object of the program.
    Object(ObjectId),
}

impl Shapes {
    /// `Object.setPrototypeOf`, or `__proto__` in a literal or by assignment.
    pub fn set_prototype(&mut self, object: ObjectId, prototype: Prototype) {
        let Some(map) = self.map_id(object) else { return };
        if self.map(map).prototype == prototype {
            return;
        }
        self.becomes_prototype_of_something(prototype);
        let to = self.with_prototype(map, prototype);
        self.migrate(object, to);
    }

    pub(super) fn becomes_prototype_of_something(&mut self, prototype: Prototype) {
        if let Prototype::Object(object) = prototype {
            self.becomes_prototype(object);
        }
    }

    /// Marks an object as the prototype of another: until something is loaded through it, it is kept as a dictionary
    /// (`JSObject::OptimizeAsPrototype` in setup mode).
    pub fn becomes_prototype(&mut self, object: ObjectId) {
        let Some(map) = self.map_id(object) else { return };
        if self.map(map).should_be_fast_prototype() {
            return self.make_fast(object);
        }
        if self.map(map).is_prototype_map() && self.map(map).dictionary {
            return;
        }
        let new = self.copy_map(map, None);
        self.mark_prototype(new, false);
        let new = self.normalize(new);
        self.migrate(object, new);
    }

    /// `JSObject::MakePrototypesFast`, from the object itself on.
    pub(super) fn make_prototypes_fast(&mut self, from: ObjectId) {
        let mut next = Some(from);
        while let Some(object) = next {
            let Some(map) = self.map_id(object) else { return };
            if self.map(map).should_be_fast_prototype() {
                return;
            }
            if self.map(map).is_prototype_map() {
                self.mark_prototype(map, true);
                self.make_fast(object);
            }
            next = match self.map(map).prototype {
                Prototype::Object(prototype) => Some(prototype),
                Prototype::Null | Prototype::Intrinsic(_) => None,
            };
        }
    }
}
