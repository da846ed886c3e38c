//! The engine's view of the isolate.

use std::path::Path;

use boa_engine::vm::observation::{Access, Change, Code, Observer, Place, Point};
use boa_engine::{JsObject, JsString, JsValue};

use super::SharedIsolate;
use super::builtin_calls::BuiltinCall;

impl Observer for SharedIsolate {
    fn observes(&self, path: &Path) -> bool {
        path.to_str()
            .is_some_and(|path| !path.starts_with("node:") && (path.starts_with('/') || path.starts_with("file:") || path.starts_with("evalmachine")))
    }

    fn changed(&self, mark: u32, change: Change<'_>) {
        self.with(|isolate| isolate.changed(mark, &change));
    }

    fn gone(&self, mark: u32) {
        Self::gone(self, mark);
    }

    fn literal(&self, place: Place<'_>, object: &JsObject) {
        self.with_collections(|isolate| isolate.literal(place, object));
    }

    fn array(&self, place: Place<'_>, object: &JsObject) {
        self.with_collections(|isolate| isolate.array_literal(place, object));
    }

    fn copying(&self, object: &JsObject, source: &JsObject, done: bool) {
        self.with(|isolate| isolate.copying(object, source, done));
    }

    fn constructing(&self, object: &JsObject, new_target: &JsObject) {
        if new_target.function_path().is_some_and(|path| self.observes(&path)) {
            self.with_collections(|isolate| isolate.constructing(object, new_target));
        }
    }

    fn class(&self, prototype: &JsObject) {
        self.with(|isolate| isolate.class(prototype));
    }

    fn accessing(&self, place: Place<'_>, object: &JsObject, access: Access<'_>) {
        self.with(|isolate| isolate.accessing(place, object, &access));
    }

    fn calling(&self, depth: usize, name: &JsString, this: &JsValue, arguments: &[JsValue]) {
        self.with(|isolate| isolate.calling(depth, &BuiltinCall { name, this, arguments }));
    }

    fn called(&self, place: Place<'_>, depth: usize, name: &JsString, this: &JsValue, arguments: &[JsValue], result: Option<&JsValue>) {
        self.with_collections(|isolate| isolate.called(place, depth, &BuiltinCall { name, this, arguments }, result));
    }

    fn entered(&self, place: Place<'_>, function: Option<&JsObject>) {
        self.with_collections(|isolate| isolate.entered(place, function));
    }

    fn left(&self, _: Place<'_>, thrown: bool) {
        self.with(|isolate| isolate.left(thrown));
    }

    fn buffer(&self, buffer: &JsObject, bytes: u64) {
        self.with_collections(|isolate| isolate.buffer(buffer, bytes));
    }

    fn joined(&self, text: &JsString) {
        self.with_collections(|isolate| isolate.joined(text));
    }

    fn scope(&self, variables: u32) -> u32 {
        self.with_collections(|isolate| isolate.scope(variables)).unwrap_or(0)
    }

    fn function(&self, code: Code<'_>, function: &JsObject) {
        self.with_collections(|isolate| {
            isolate.closure(function);
            isolate.function_made(code, function);
        });
    }

    fn operated(&self, place: Place<'_>, result: &JsValue, left: &JsValue, right: &JsValue) {
        self.with(|isolate| isolate.operated(place, result, left, right));
    }

    fn observes_branches(&self) -> bool {
        self.with(|isolate| isolate.compilers.wants_branches()).unwrap_or(false)
    }

    fn branched(&self, place: Place<'_>, value: bool) {
        self.with(|isolate| isolate.branched(place, value));
    }

    fn reached(&self, place: Place<'_>, point: Point) {
        self.with_collections(|isolate| isolate.reached(place, point));
    }

    fn invoking(&self, place: Place<'_>, function: &JsValue) {
        self.with(|isolate| isolate.invoking(place, function));
    }

    fn accessing_primitive(&self, place: Place<'_>, value: &JsValue, keyed: bool) {
        self.with(|isolate| isolate.using_primitive(place, value, keyed));
    }
}
