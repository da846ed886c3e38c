//! The bytes behind the `ArrayBufferView`s that programs pass: read and written in place, never property by property.

use boa_engine::object::builtins::{JsArrayBuffer, JsDataView, JsTypedArray};
use boa_engine::{Context, JsResult, JsValue};

/// A view's part of its buffer.
#[derive(Clone)]
pub(in crate::node::bindings) struct View {
    /// `None`: nothing to read or write.
    buffer: Option<JsArrayBuffer>,
    offset: usize,
    length: usize,
}

impl View {
    /// The bytes of a `TypedArray`, a `DataView` or an `ArrayBuffer`; `None`: it is none of these.
    pub(in crate::node::bindings) fn of(value: &JsValue, context: &mut Context) -> JsResult<Option<Self>> {
        let Some(object) = value.as_object() else {
            return Ok(None);
        };
        let (buffer, offset, length) = if let Ok(array) = JsTypedArray::from_object(object.clone()) {
            (array.buffer(context)?, array.byte_offset(context)?, array.byte_length(context)?)
        } else if let Ok(view) = JsDataView::from_object(object.clone()) {
            let (offset, length) = (view.byte_offset(context)?, view.byte_length(context)?);
            (view.buffer(context)?, usize::try_from(offset).unwrap_or(0), usize::try_from(length).unwrap_or(0))
        } else if let Ok(buffer) = JsArrayBuffer::from_object(object) {
            let length = buffer.byte_length();
            return Ok(Some(Self { buffer: Some(buffer), offset: 0, length }));
        } else {
            return Ok(None);
        };
        let Some(buffer) = buffer.as_object().and_then(|buffer| JsArrayBuffer::from_object(buffer).ok()) else {
            return Ok(None);
        };
        Ok(Some(Self { buffer: Some(buffer), offset, length }))
    }

    /// No bytes at all.
    pub(in crate::node::bindings) fn nothing() -> Self {
        Self { buffer: None, offset: 0, length: 0 }
    }

    /// `length` bytes of it from `start`, as far as it has them.
    pub(in crate::node::bindings) fn part(self, start: usize, length: usize) -> Self {
        let start = start.min(self.length);
        Self { buffer: self.buffer, offset: self.offset + start, length: length.min(self.length - start) }
    }

    pub(in crate::node::bindings) fn length(&self) -> usize {
        self.length
    }

    pub(in crate::node::bindings) fn to_vec(&self) -> Vec<u8> {
        let data = self.buffer.as_ref().and_then(JsArrayBuffer::data);
        data.and_then(|data| data.get(self.offset..self.offset + self.length).map(<[u8]>::to_vec)).unwrap_or_default()
    }

    /// Lets `work` write to its bytes; none of them where the buffer is detached.
    pub(in crate::node::bindings) fn with<T>(&self, work: impl FnOnce(&mut [u8]) -> T) -> T {
        match self.buffer.as_ref().and_then(JsArrayBuffer::data_mut) {
            Some(mut data) => work(data.get_mut(self.offset..self.offset + self.length).unwrap_or_default()),
            None => work(&mut []),
        }
    }
}
