//! Objects that are known again by a number, and are not kept alive for it.

use std::collections::BTreeMap;

use boa_engine::JsObject;
use boa_engine::object::WeakJsObject;

/// Objects in the order in which they were added; those that are gone too.
#[derive(Default)]
pub(super) struct Numbered {
    objects: Vec<WeakJsObject>,
    /// Numbers by the objects' addresses, which other objects may have taken over.
    by_address: BTreeMap<usize, usize>,
}

impl Numbered {
    pub(super) fn find(&self, object: &JsObject) -> Option<usize> {
        let number = *self.by_address.get(&object.address())?;
        let same = self.objects.get(number)?.upgrade().is_some_and(|known| JsObject::equals(&known, object));
        same.then_some(number)
    }

    /// The object with a number, while it is there.
    pub(super) fn get(&self, number: usize) -> Option<JsObject> {
        self.objects.get(number)?.upgrade()
    }

    /// The object's number, which it gets here if it has none.
    pub(super) fn number(&mut self, object: &JsObject) -> usize {
        self.find(object).unwrap_or_else(|| {
            let number = self.objects.len();
            self.objects.push(object.downgrade());
            self.by_address.insert(object.address(), number);
            number
        })
    }
}
