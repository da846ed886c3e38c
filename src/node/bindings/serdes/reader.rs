//! Values as V8's `ValueDeserializer` reads them (V8 13.6 `src/objects/value-serializer.cc`).

use boa_engine::object::builtins::{JsArray, JsMap, JsRegExp, JsSet};
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsBigInt, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue};

use super::deserializer::Deserializer;
use super::wire;
use crate::bindings::messaging::{new_error, new_view};
use crate::native::{bytes, define_hidden, state};

/// The depth of objects in one another at which the stack counts as full.
const DEEPEST: usize = 2000;

/// Reads the next value.
///
/// # Errors
/// An `Error` where the bytes are not in V8's format; an exception of the program's `_readHostObject`.
pub(super) fn read(deserializer: &JsValue, context: &mut Context) -> JsResult<JsValue> {
    let mut reader = Reader { deserializer, state: Deserializer::default(), depth: 0, context };
    reader.take_state();
    let value = reader.value();
    reader.put_state_back();
    value
}

struct Reader<'r> {
    deserializer: &'r JsValue,
    /// The deserializer's state, taken from it while no code of the program runs.
    state: Deserializer,
    depth: usize,
    context: &'r mut Context,
}

fn damaged() -> JsError {
    JsNativeError::error().with_message("Unable to deserialize cloned data.").into()
}

impl Reader<'_> {
    fn take_state(&mut self) {
        self.state = state::kept(self.deserializer, self.context, std::mem::take::<Deserializer>).unwrap_or_default();
    }

    fn put_state_back(&mut self) {
        let state = std::mem::take(&mut self.state);
        state::kept(self.deserializer, self.context, |kept: &mut Deserializer| *kept = state);
    }

    fn ask<R>(&mut self, question: impl FnOnce(&mut Deserializer) -> Option<R>) -> JsResult<R> {
        question(&mut self.state).ok_or_else(damaged)
    }

    /// The next tag behind any padding, without reading it.
    fn peek(&self) -> Option<u8> {
        self.state.bytes.get(self.state.at..)?.iter().copied().find(|byte| *byte != wire::PADDING)
    }

    fn tag(&mut self) -> JsResult<u8> {
        loop {
            let byte = self.ask(Deserializer::byte)?;
            if byte != wire::PADDING {
                return Ok(byte);
            }
        }
    }

    /// Whether the next tag is this one; if so, it is read.
    fn next_is(&mut self, tag: u8) -> JsResult<bool> {
        let is_it = self.peek().ok_or_else(damaged)? == tag;
        if is_it {
            self.tag()?;
        }
        Ok(is_it)
    }

    /// Reads a count that was written behind its items, and compares it with the number that was read.
    fn counted(&mut self, count: usize) -> JsResult<()> {
        if self.ask(Deserializer::length)? == count { Ok(()) } else { Err(damaged()) }
    }

    fn value(&mut self) -> JsResult<JsValue> {
        if self.depth >= DEEPEST {
            return Err(JsNativeError::range().with_message("Maximum call stack size exceeded").into());
        }
        self.depth += 1;
        let tag = self.tag()?;
        let value = self.tagged(tag)?;
        self.depth -= 1;
        // A view stands behind its buffer.
        if matches!(tag, wire::ARRAY_BUFFER | wire::RESIZABLE_ARRAY_BUFFER | wire::ARRAY_BUFFER_TRANSFER | wire::REFERENCE)
            && self.peek() == Some(wire::ARRAY_BUFFER_VIEW)
            && bytes::is_buffer(&value)
        {
            self.tag()?;
            return self.view(value);
        }
        Ok(value)
    }

    fn tagged(&mut self, tag: u8) -> JsResult<JsValue> {
        Ok(match tag {
            wire::VERIFY_OBJECT_COUNT => {
                self.ask(Deserializer::uint32)?;
                return self.value();
            }
            wire::UNDEFINED => JsValue::undefined(),
            wire::NULL => JsValue::null(),
            wire::TRUE => JsValue::from(true),
            wire::FALSE => JsValue::from(false),
            wire::INT32 => JsValue::from(wire::unzigzag(self.ask(Deserializer::uint32)?)),
            wire::UINT32 => JsValue::from(self.ask(Deserializer::uint32)?),
            wire::DOUBLE => JsValue::from(self.ask(Deserializer::double)?),
            wire::BIG_INT => self.big_int()?.into(),
            wire::UTF8_STRING | wire::ONE_BYTE_STRING | wire::TWO_BYTE_STRING => self.string(tag)?.into(),
            wire::REFERENCE => {
                let id = self.ask(Deserializer::length)?;
                self.state.made.get(id).cloned().flatten().ok_or_else(damaged)?.into()
            }
            _ => self.object(tag)?.into(),
        })
    }

    /// Takes the next id, for an object that is being read.
    fn begin(&mut self) -> usize {
        self.state.made.push(None);
        self.state.made.len() - 1
    }

    fn made(&mut self, id: usize, object: JsObject) -> JsObject {
        self.state.made[id] = Some(object.clone());
        object
    }

    fn object(&mut self, tag: u8) -> JsResult<JsObject> {
        if tag == wire::ARRAY_BUFFER_TRANSFER {
            let id = self.ask(Deserializer::uint32)?;
            let buffer = self.state.transferred.get(&id).cloned().ok_or_else(damaged)?;
            let id = self.begin();
            return Ok(self.made(id, buffer));
        }
        let id = self.begin();
        let object = match tag {
            wire::OBJECT => {
                let object = JsObject::with_object_proto(self.context.intrinsics());
                self.made(id, object.clone());
                let read = self.properties(&object, wire::END_OBJECT)?;
                self.counted(read)?;
                return Ok(object);
            }
            wire::SPARSE_ARRAY => return self.sparse_array(id),
            wire::DENSE_ARRAY => return self.dense_array(id),
            wire::MAP => return self.map(id),
            wire::SET => return self.set(id),
            wire::ERROR => return self.error(id),
            wire::HOST_OBJECT => self.host_object()?,
            wire::TRUE_OBJECT => JsValue::from(true).to_object(self.context)?,
            wire::FALSE_OBJECT => JsValue::from(false).to_object(self.context)?,
            wire::NUMBER_OBJECT => JsValue::from(self.ask(Deserializer::double)?).to_object(self.context)?,
            wire::BIG_INT_OBJECT => JsValue::from(self.big_int()?).to_object(self.context)?,
            wire::STRING_OBJECT => {
                let tag = self.tag()?;
                JsValue::from(self.string(tag)?).to_object(self.context)?
            }
            wire::DATE => {
                let time = JsValue::from(self.ask(Deserializer::double)?);
                self.context.intrinsics().constructors().date().constructor().construct(&[time], None, self.context)?
            }
            wire::REG_EXP => self.reg_exp()?,
            wire::ARRAY_BUFFER | wire::RESIZABLE_ARRAY_BUFFER => self.buffer(tag)?,
            _ => return Err(damaged()),
        };
        Ok(self.made(id, object))
    }

    fn string(&mut self, tag: u8) -> JsResult<JsString> {
        let length = self.ask(Deserializer::length)?;
        let bytes = self.ask(|state| state.take(length).map(<[u8]>::to_vec))?;
        Ok(match tag {
            wire::UTF8_STRING => JsString::from(&*String::from_utf8_lossy(&bytes)),
            wire::ONE_BYTE_STRING => JsString::from(&*bytes.iter().map(|byte| u16::from(*byte)).collect::<Vec<_>>()),
            wire::TWO_BYTE_STRING if length % 2 == 0 => {
                JsString::from(&*bytes.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect::<Vec<_>>())
            }
            _ => return Err(damaged()),
        })
    }

    fn big_int(&mut self) -> JsResult<JsBigInt> {
        let field = self.ask(Deserializer::length)?;
        let digits = self.ask(|state| state.take(field >> 1).map(<[u8]>::to_vec))?;
        let sign = if field & 1 == 1 { "-" } else { "" };
        let digits = digits.iter().rev().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
        JsBigInt::from_string_radix(&format!("{sign}0{digits}"), 16).ok_or_else(damaged)
    }

    /// Reads properties up to the tag `end`. The number of them.
    fn properties(&mut self, object: &JsObject, end: u8) -> JsResult<usize> {
        let mut read = 0;
        while !self.next_is(end)? {
            let name = self.value()?;
            if !name.is_string() && !name.is_number() {
                return Err(damaged());
            }
            let key: PropertyKey = name.to_property_key(self.context)?;
            let value = self.value()?;
            object.create_data_property_or_throw(key, value, self.context)?;
            read += 1;
        }
        Ok(read)
    }

    fn sparse_array(&mut self, id: usize) -> JsResult<JsObject> {
        let length = self.ask(Deserializer::length)?;
        let array: JsObject = JsArray::new(self.context)?.into();
        array.set(JsString::from("length"), length, true, self.context)?;
        self.made(id, array.clone());
        let read = self.properties(&array, wire::END_SPARSE_ARRAY)?;
        self.counted(read)?;
        self.counted(length)?;
        Ok(array)
    }

    fn dense_array(&mut self, id: usize) -> JsResult<JsObject> {
        let length = self.ask(Deserializer::length)?;
        // Each element takes a byte at least.
        if length > self.state.bytes.len() - self.state.at {
            return Err(damaged());
        }
        let array: JsObject = JsArray::new(self.context)?.into();
        self.made(id, array.clone());
        for at in 0..length {
            if !self.next_is(wire::HOLE)? {
                let value = self.value()?;
                array.create_data_property_or_throw(at, value, self.context)?;
            }
        }
        array.set(JsString::from("length"), length, true, self.context)?;
        let read = self.properties(&array, wire::END_DENSE_ARRAY)?;
        self.counted(read)?;
        self.counted(length)?;
        Ok(array)
    }

    fn map(&mut self, id: usize) -> JsResult<JsObject> {
        let map = JsMap::new(self.context);
        let object = self.made(id, map.clone().into());
        let mut read = 0;
        while !self.next_is(wire::END_MAP)? {
            let (key, value) = (self.value()?, self.value()?);
            map.set(key, value, self.context)?;
            read += 2;
        }
        self.counted(read)?;
        Ok(object)
    }

    fn set(&mut self, id: usize) -> JsResult<JsObject> {
        let set = JsSet::new(self.context);
        let object = self.made(id, set.clone().into());
        let mut read = 0;
        while !self.next_is(wire::END_SET)? {
            let member = self.value()?;
            set.add(member, self.context)?;
            read += 1;
        }
        self.counted(read)?;
        Ok(object)
    }

    fn reg_exp(&mut self) -> JsResult<JsObject> {
        let tag = self.tag()?;
        let source = self.string(tag)?;
        let bits = self.ask(Deserializer::uint32)?;
        let known = wire::FLAGS.iter().map(|(_, bit)| bit).sum::<u32>();
        if bits & !known != 0 {
            return Err(damaged());
        }
        let flags: String = wire::FLAGS.iter().filter(|(_, bit)| bits & bit != 0).map(|(flag, _)| flag).collect();
        JsRegExp::new(source, JsString::from(flags), self.context).map(JsObject::from).map_err(|_| damaged())
    }

    fn buffer(&mut self, tag: u8) -> JsResult<JsObject> {
        let length = self.ask(Deserializer::length)?;
        let most = if tag == wire::RESIZABLE_ARRAY_BUFFER { Some(self.ask(Deserializer::length)?) } else { None };
        if most.is_some_and(|most| most < length) {
            return Err(damaged());
        }
        let bytes = self.ask(|state| state.take(length).map(<[u8]>::to_vec))?;
        let buffer = bytes::array_buffer(&bytes, self.context)?;
        Ok(match most {
            Some(most) => buffer.with_max_byte_length(most as u64).into(),
            None => buffer.into(),
        })
    }

    fn view(&mut self, buffer: JsValue) -> JsResult<JsValue> {
        let tag = self.ask(Deserializer::byte)?;
        let (offset, length) = (self.ask(Deserializer::length)?, self.ask(Deserializer::length)?);
        let flags = if self.state.version >= 14 { self.ask(Deserializer::uint32)? } else { 0 };
        let (view, size) = wire::view_of(tag).ok_or_else(damaged)?;
        let held = bytes::Bytes::of(&buffer, self.context).map_or(0, |bytes| bytes.len());
        let fits = offset.checked_add(length).is_some_and(|end| end <= held);
        if !fits || offset % size != 0 || length % size != 0 || flags & wire::TRACKS_LENGTH != 0 {
            return Err(damaged());
        }
        let id = self.begin();
        let view = new_view(view, buffer, offset, length / size, self.context)?;
        Ok(self.made(id, view).into())
    }

    fn error(&mut self, id: usize) -> JsResult<JsObject> {
        let (mut constructor, mut message, mut stack, mut cause) = ("Error", None, None, None);
        loop {
            let tag = self.tag()?;
            match tag {
                wire::ERROR_MESSAGE => message = Some(self.text()?),
                wire::ERROR_STACK => stack = Some(self.text()?),
                wire::ERROR_CAUSE => cause = Some(self.value()?),
                wire::END_ERROR => break,
                _ => constructor = wire::ERRORS.iter().find(|(known, _)| *known == tag).ok_or_else(damaged)?.1,
            }
        }
        let error = new_error(constructor, self.context)?;
        define_hidden(&error, JsString::from("stack"), stack.map_or_else(JsValue::undefined, JsValue::from), self.context)?;
        for (name, value) in [("message", message.map(JsValue::from)), ("cause", cause)] {
            if let Some(value) = value {
                define_hidden(&error, JsString::from(name), value, self.context)?;
            }
        }
        Ok(self.made(id, error))
    }

    fn text(&mut self) -> JsResult<JsString> {
        let tag = self.tag()?;
        self.string(tag)
    }

    /// `_readHostObject`, which reads with the deserializer's own methods.
    fn host_object(&mut self) -> JsResult<JsObject> {
        let Some(deserializer) = self.deserializer.as_object() else { return Err(damaged()) };
        let read = deserializer.get(JsString::from("_readHostObject"), self.context)?.as_callable().ok_or_else(damaged)?;
        self.put_state_back();
        let object = read.call(self.deserializer, &[], self.context);
        self.take_state();
        object?.as_object().ok_or_else(damaged)
    }
}
