//! Values as V8's `ValueSerializer` writes them (V8 13.6 `src/objects/value-serializer.cc`).
//!
//! V8 writes an array by the way in which it is stored. Here that follows from the elements: an array without holes is dense, and one of numbers
//! that are not all small integers holds doubles.

use boa_engine::builtins::error::Error;
use boa_engine::object::builtins::{JsArrayBuffer, JsDataView, JsDate, JsMap, JsRegExp, JsSet, JsSharedArrayBuffer, JsTypedArray};
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsBigInt, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue, JsVariant};

use super::serializer::Serializer;
use super::wire::{self, tag_of, varint, zigzag};
use crate::bindings::messaging::{View, boxed, words_of};
use crate::native::state;

/// The depth of objects in one another at which the stack counts as full.
const DEEPEST: usize = 2000;

/// Writes a value behind the bytes that the serializer has written.
///
/// # Errors
/// The error that `_getDataCloneError` makes for a value that cannot be cloned; an exception of the program's own code.
pub(super) fn write(serializer: &JsValue, value: &JsValue, context: &mut Context) -> JsResult<()> {
    let mut writer = Writer { serializer, state: Serializer::default(), depth: 0, context };
    writer.take_state();
    let written = writer.value(value);
    writer.put_state_back();
    written
}

struct Writer<'w> {
    serializer: &'w JsValue,
    /// The serializer's state, taken from it while no code of the program runs.
    state: Serializer,
    depth: usize,
    context: &'w mut Context,
}

impl Writer<'_> {
    fn take_state(&mut self) {
        self.state = state::kept(self.serializer, self.context, std::mem::take::<Serializer>).unwrap_or_default();
    }

    fn put_state_back(&mut self) {
        let state = std::mem::take(&mut self.state);
        state::kept(self.serializer, self.context, |kept: &mut Serializer| *kept = state);
    }

    fn byte(&mut self, byte: u8) {
        self.state.written.push(byte);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.state.written.extend_from_slice(bytes);
    }

    fn length(&mut self, length: usize) {
        self.bytes(&varint(length as u64));
    }

    fn double(&mut self, value: f64) {
        self.bytes(&value.to_le_bytes());
    }

    fn value(&mut self, value: &JsValue) -> JsResult<()> {
        match value.variant() {
            JsVariant::Undefined => self.byte(wire::UNDEFINED),
            JsVariant::Null => self.byte(wire::NULL),
            JsVariant::Boolean(true) => self.byte(wire::TRUE),
            JsVariant::Boolean(false) => self.byte(wire::FALSE),
            JsVariant::Integer32(integer) => self.integer(integer),
            JsVariant::Float64(number) => self.number(number),
            JsVariant::BigInt(integer) => {
                self.byte(wire::BIG_INT);
                self.big_int(&integer);
            }
            JsVariant::String(text) => self.string(&text),
            JsVariant::Symbol(_) => return Err(self.not_cloneable(value)),
            JsVariant::Object(object) => {
                if self.depth >= DEEPEST {
                    return Err(JsNativeError::range().with_message("Maximum call stack size exceeded").into());
                }
                self.depth += 1;
                let written = self.object(&object);
                self.depth -= 1;
                return written;
            }
        }
        Ok(())
    }

    fn integer(&mut self, integer: i32) {
        self.byte(wire::INT32);
        self.bytes(&varint(zigzag(integer).into()));
    }

    fn number(&mut self, number: f64) {
        #[expect(clippy::cast_possible_truncation, reason = "compared with what it came from")]
        let integer = number as i32;
        if f64::from(integer).to_bits() == number.to_bits() {
            return self.integer(integer);
        }
        self.byte(wire::DOUBLE);
        self.double(number);
    }

    /// Writes the sign and the number of bytes, then digits of 64 bits, the lowest first.
    fn big_int(&mut self, integer: &JsBigInt) {
        let digits = integer.to_string_radix(16);
        let (negative, digits) = digits.strip_prefix('-').map_or((false, digits.as_str()), |digits| (true, digits));
        let words: Vec<u64> = digits
            .as_bytes()
            .rchunks(16)
            .filter_map(|word| std::str::from_utf8(word).ok())
            .filter_map(|word| u64::from_str_radix(word, 16).ok())
            .collect();
        let words = if integer.is_zero() { &[][..] } else { &words };
        self.length(((words.len() * 8) << 1) | usize::from(negative));
        for word in words {
            self.bytes(&word.to_le_bytes());
        }
    }

    fn string(&mut self, text: &JsString) {
        let units = text.to_vec();
        if units.iter().all(|unit| *unit <= 0xff) {
            self.byte(wire::ONE_BYTE_STRING);
            self.length(units.len());
            self.state.written.extend(units.iter().map(|unit| *unit as u8));
            return;
        }
        let size = units.len() * 2;
        // The characters begin at an even index.
        if (self.state.written.len() + 1 + varint(size as u64).len()) % 2 == 1 {
            self.byte(wire::PADDING);
        }
        self.byte(wire::TWO_BYTE_STRING);
        self.length(size);
        self.state.written.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
    }

    fn text(&mut self, text: &str) {
        self.string(&JsString::from(text));
    }

    fn object(&mut self, object: &JsObject) -> JsResult<()> {
        if let Some(id) = self.state.seen.get(object) {
            let id = varint((*id).into());
            self.byte(wire::REFERENCE);
            self.bytes(&id);
            return Ok(());
        }
        let view = view_of(object);
        if let (Some(view), false) = (&view, self.state.views_are_host_objects) {
            let buffer = view.buffer(self.context)?;
            self.value(&buffer)?;
        }
        let id = u32::try_from(self.state.seen.len()).unwrap_or(u32::MAX);
        self.state.seen.insert(object.clone(), id);
        if object.is_callable() || object.is_proxy() {
            return Err(self.not_cloneable(&object.clone().into()));
        }
        match view {
            Some(_) if self.state.views_are_host_objects => return self.host_object(object),
            Some(view) => return self.view(object, &view),
            None => {}
        }
        if let Some(value) = boxed(object) {
            self.boxed(&value);
            return Ok(());
        }
        if let Ok(date) = JsDate::from_object(object.clone()) {
            let time = date.value_of(self.context)?.as_number().unwrap_or(f64::NAN);
            self.byte(wire::DATE);
            self.double(time);
            return Ok(());
        }
        if let Ok(regexp) = JsRegExp::from_object(object.clone()) {
            let (source, flags) = (regexp.source(self.context)?, regexp.flags(self.context)?);
            self.byte(wire::REG_EXP);
            self.text(&source);
            let bits = wire::FLAGS.iter().filter(|(flag, _)| flags.contains(*flag)).map(|(_, bit)| bit).sum::<u32>();
            self.bytes(&varint(bits.into()));
            return Ok(());
        }
        if self.collection(object)? || self.buffer(object)? {
            return Ok(());
        }
        self.by_properties(object)
    }

    fn boxed(&mut self, value: &JsValue) {
        match value.variant() {
            JsVariant::Boolean(true) => self.byte(wire::TRUE_OBJECT),
            JsVariant::Boolean(false) => self.byte(wire::FALSE_OBJECT),
            JsVariant::BigInt(integer) => {
                self.byte(wire::BIG_INT_OBJECT);
                self.big_int(&integer);
            }
            JsVariant::String(text) => {
                self.byte(wire::STRING_OBJECT);
                self.string(&text);
            }
            _ => {
                self.byte(wire::NUMBER_OBJECT);
                self.double(value.as_number().unwrap_or(f64::NAN));
            }
        }
    }

    /// Writes a map or a set with the entries that it had when its writing began; `false` for any other object.
    fn collection(&mut self, object: &JsObject) -> JsResult<bool> {
        let mut members = Vec::new();
        let (begin, end) = if let Ok(map) = JsMap::from_object(object.clone()) {
            map.for_each_native(|key, value| {
                members.extend([key, value]);
                Ok(())
            })?;
            (wire::MAP, wire::END_MAP)
        } else if let Ok(set) = JsSet::from_object(object.clone()) {
            set.for_each_native(|member| {
                members.push(member);
                Ok(())
            })?;
            (wire::SET, wire::END_SET)
        } else {
            return Ok(false);
        };
        self.byte(begin);
        for member in &members {
            self.value(member)?;
        }
        self.byte(end);
        self.length(members.len());
        Ok(true)
    }

    fn buffer(&mut self, object: &JsObject) -> JsResult<bool> {
        if JsSharedArrayBuffer::from_object(object.clone()).is_ok() {
            return Err(self.not_cloneable(&object.clone().into()));
        }
        let Ok(buffer) = JsArrayBuffer::from_object(object.clone()) else { return Ok(false) };
        if let Some(id) = self.state.transferred.get(object) {
            let id = varint((*id).into());
            self.byte(wire::ARRAY_BUFFER_TRANSFER);
            self.bytes(&id);
            return Ok(true);
        }
        let Some(bytes) = buffer.to_vec() else {
            return Err(self.data_clone_error("An ArrayBuffer is detached and could not be cloned."));
        };
        if object.get(JsString::from("resizable"), self.context)?.to_boolean() {
            let most = object.get(JsString::from("maxByteLength"), self.context)?.to_length(self.context)?;
            self.byte(wire::RESIZABLE_ARRAY_BUFFER);
            self.length(bytes.len());
            self.bytes(&varint(most));
        } else {
            self.byte(wire::ARRAY_BUFFER);
            self.length(bytes.len());
        }
        self.bytes(&bytes);
        Ok(true)
    }

    fn view(&mut self, object: &JsObject, view: &AnyView) -> JsResult<()> {
        let (kind, offset, length) = match view {
            AnyView::Typed(array) => {
                let Some(kind) = array.kind() else { return Err(self.not_cloneable(&object.clone().into())) };
                (View::Typed(kind), array.byte_offset(self.context)?, array.byte_length(self.context)?)
            }
            AnyView::Data(view) => {
                let [offset, length] = [view.byte_offset(self.context)?, view.byte_length(self.context)?].map(usize::try_from);
                (View::Data, offset.unwrap_or_default(), length.unwrap_or_default())
            }
        };
        let buffer = view.buffer(self.context)?.to_object(self.context)?;
        let is_resizable = buffer.get(JsString::from("resizable"), self.context)?.to_boolean();
        self.byte(wire::ARRAY_BUFFER_VIEW);
        self.byte(tag_of(kind));
        self.length(offset);
        self.length(length);
        self.bytes(&varint(if is_resizable { wire::ON_RESIZABLE } else { 0 }.into()));
        Ok(())
    }

    /// Writes a host object, an error, an array or a plain object; an object of any other kind can't be cloned.
    fn by_properties(&mut self, object: &JsObject) -> JsResult<()> {
        if state::is_kept(object) {
            return self.host_object(object);
        }
        if object.is::<Error>() {
            return self.error(object);
        }
        if object.is_array() {
            return self.array(object);
        }
        let is_plain = object.is_ordinary() && !object.is_arguments() && *object != self.context.global_object();
        if !is_plain {
            return Err(self.not_cloneable(&object.clone().into()));
        }
        self.byte(wire::OBJECT);
        let keys = object.own_property_keys(self.context)?;
        let written = self.properties(object, keys)?;
        self.byte(wire::END_OBJECT);
        self.length(written);
        Ok(())
    }

    fn array(&mut self, object: &JsObject) -> JsResult<()> {
        let length = object.get(JsString::from("length"), self.context)?.to_length(self.context)?;
        let keys = object.own_property_keys(self.context)?;
        let is_element = |(at, key): (u64, &PropertyKey)| matches!(key, PropertyKey::Index(index) if u64::from(index.get()) == at);
        let held = (0..length).zip(&keys).take_while(|found| is_element(*found)).count();
        if held as u64 == length {
            self.byte(wire::DENSE_ARRAY);
            self.bytes(&varint(length));
            self.elements(object, length)?;
            let written = self.properties(object, keys.into_iter().skip(held).collect())?;
            self.byte(wire::END_DENSE_ARRAY);
            self.length(written);
        } else {
            self.byte(wire::SPARSE_ARRAY);
            self.bytes(&varint(length));
            let written = self.properties(object, keys)?;
            self.byte(wire::END_SPARSE_ARRAY);
            self.length(written);
        }
        self.bytes(&varint(length));
        Ok(())
    }

    fn elements(&mut self, object: &JsObject, length: u64) -> JsResult<()> {
        let mut first = Vec::new();
        for at in 0..length {
            first.push(object.borrow().properties().get(&PropertyKey::from(at)).and_then(|element| element.value().cloned()));
        }
        let are_numbers = first.iter().all(|element| element.as_ref().is_some_and(JsValue::is_number));
        let are_doubles = are_numbers && first.iter().flatten().any(|element| element.as_i32().is_none());
        for at in 0..length {
            let value = object.get(at, self.context)?;
            match value.as_number().filter(|_| are_doubles) {
                Some(number) => {
                    self.byte(wire::DOUBLE);
                    self.double(number);
                }
                // A getter has taken the element away in between.
                None if value.is_undefined() && !object.has_own_property(at, self.context)? => self.byte(wire::HOLE),
                None => self.value(&value)?,
            }
        }
        Ok(())
    }

    /// Writes those of `keys` that are still own enumerable properties, in order. The number of them.
    fn properties(&mut self, object: &JsObject, keys: Vec<PropertyKey>) -> JsResult<usize> {
        let mut written = 0;
        for key in keys {
            let name = match &key {
                PropertyKey::Symbol(_) => continue,
                PropertyKey::String(name) => JsValue::from(name.clone()),
                PropertyKey::Index(index) => JsValue::from(index.get()),
            };
            let enumerable = object.borrow().properties().get(&key).is_some_and(|property| property.enumerable().unwrap_or(false));
            if enumerable {
                let value = object.get(key, self.context)?;
                self.value(&name)?;
                self.value(&value)?;
                written += 1;
            }
        }
        Ok(written)
    }

    /// `WriteJSError`: name, message, stack and cause; no other property of the error.
    fn error(&mut self, object: &JsObject) -> JsResult<()> {
        let name = object.get(JsString::from("name"), self.context)?.to_string(self.context)?.to_std_string_lossy();
        let own = |key: &str| object.borrow().properties().get(&JsString::from(key).into()).and_then(|property| property.value().cloned());
        let (message, cause) = (own("message"), own("cause"));
        let stack = object.get(JsString::from("stack"), self.context)?.as_string();
        self.byte(wire::ERROR);
        if let Some((tag, _)) = wire::ERRORS.iter().find(|(_, known)| *known == name) {
            self.byte(*tag);
        }
        if let Some(message) = message {
            let message = message.to_string(self.context)?;
            self.byte(wire::ERROR_MESSAGE);
            self.string(&message);
        }
        if let Some(stack) = stack {
            self.byte(wire::ERROR_STACK);
            self.string(&stack);
        }
        if let Some(cause) = cause {
            self.byte(wire::ERROR_CAUSE);
            self.value(&cause)?;
        }
        self.byte(wire::END_ERROR);
        Ok(())
    }

    /// `_writeHostObject`, which writes with the serializer's own methods.
    fn host_object(&mut self, object: &JsObject) -> JsResult<()> {
        let value = JsValue::from(object.clone());
        let write = self.method("_writeHostObject")?;
        let Some(write) = write else { return Err(self.not_cloneable(&value)) };
        self.byte(wire::HOST_OBJECT);
        self.put_state_back();
        let written = write.call(self.serializer, &[value], self.context);
        self.take_state();
        written.map(drop)
    }

    fn method(&mut self, name: &str) -> JsResult<Option<JsObject>> {
        let Some(serializer) = self.serializer.as_object() else { return Ok(None) };
        Ok(serializer.get(JsString::from(name), self.context)?.as_callable())
    }

    fn not_cloneable(&mut self, value: &JsValue) -> JsError {
        let words = words_of(value, self.context);
        self.data_clone_error(&format!("{words} could not be cloned."))
    }

    /// The error that `_getDataCloneError` makes of a message.
    fn data_clone_error(&mut self, message: &str) -> JsError {
        let made = self.method("_getDataCloneError").and_then(|make| match make {
            Some(make) => make.call(self.serializer, &[JsString::from(message).into()], self.context),
            None => Ok(JsNativeError::error().with_message(message.to_owned()).into_opaque(self.context).into()),
        });
        made.map_or_else(|error| error, JsError::from_opaque)
    }
}

/// A typed array or a `DataView`.
enum AnyView {
    Typed(JsTypedArray),
    Data(JsDataView),
}

fn view_of(object: &JsObject) -> Option<AnyView> {
    if let Ok(array) = JsTypedArray::from_object(object.clone()) {
        return Some(AnyView::Typed(array));
    }
    JsDataView::from_object(object.clone()).ok().map(AnyView::Data)
}

impl AnyView {
    fn buffer(&self, context: &mut Context) -> JsResult<JsValue> {
        match self {
            Self::Typed(array) => array.buffer(context),
            Self::Data(view) => view.buffer(context),
        }
    }
}
