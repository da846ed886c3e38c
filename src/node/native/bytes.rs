//! The bytes behind array buffers and their views, as of `ArrayBufferViewContents` and `Buffer::New`
//! (node v24.21.0 `src/util.h`, `src/node_buffer.cc`).

use boa_engine::builtins::array_buffer::AlignedVec;
use boa_engine::object::builtins::{JsArrayBuffer, JsDataView, JsSharedArrayBuffer, JsTypedArray, JsUint8Array};
use boa_engine::{Context, JsObject, JsResult, JsValue};

/// A window on the bytes of an `ArrayBuffer` or `SharedArrayBuffer`.
pub(crate) struct Bytes {
    store: Store,
    offset: usize,
    length: usize,
}

enum Store {
    Own(JsArrayBuffer),
    Shared(JsSharedArrayBuffer),
}

impl Bytes {
    /// The bytes of an `ArrayBufferView`: a typed array, a `Buffer` or a `DataView`.
    pub(crate) fn of_view(value: &JsValue, context: &mut Context) -> Option<Self> {
        let object = value.as_object()?;
        let (buffer, offset, length) = if let Ok(array) = JsTypedArray::from_object(object.clone()) {
            (array.buffer(context).ok()?, array.byte_offset(context).ok()?, array.byte_length(context).ok()?)
        } else {
            let view = JsDataView::from_object(object).ok()?;
            // A view out of its buffer's bounds throws here, and has no bytes.
            let offset = view.byte_offset(context).unwrap_or_default();
            let length = view.byte_length(context).unwrap_or_default();
            (view.buffer(context).ok()?, usize::try_from(offset).ok()?, usize::try_from(length).ok()?)
        };
        Some(Self { store: Store::of(&buffer)?, offset, length })
    }

    /// The bytes of an `ArrayBufferView`, `ArrayBuffer` or `SharedArrayBuffer`.
    pub(crate) fn of(value: &JsValue, context: &mut Context) -> Option<Self> {
        if let Some(store) = Store::of(value) {
            let length = match &store {
                Store::Own(buffer) => buffer.byte_length(),
                Store::Shared(buffer) => buffer.byte_length(),
            };
            return Some(Self { store, offset: 0, length });
        }
        Self::of_view(value, context)
    }

    pub(crate) fn len(&self) -> usize {
        self.length
    }

    /// Whether the buffer behind these bytes was transferred away.
    pub(crate) fn is_detached(&self) -> bool {
        match &self.store {
            Store::Own(buffer) => buffer.data().is_none(),
            Store::Shared(_) => false,
        }
    }

    /// The part of these bytes that starts at `offset`, at most `length` bytes long.
    pub(crate) fn part(self, offset: usize, length: usize) -> Self {
        let offset = offset.min(self.length);
        Self { store: self.store, offset: self.offset + offset, length: length.min(self.length - offset) }
    }

    pub(crate) fn read<R>(&self, read: impl FnOnce(&[u8]) -> R) -> R {
        match &self.store {
            Store::Own(buffer) => match buffer.data() {
                Some(data) => read(data.get(self.offset..self.offset + self.length).unwrap_or_default()),
                None => read(&[]),
            },
            Store::Shared(buffer) => read(buffer.to_vec().get(self.offset..self.offset + self.length).unwrap_or_default()),
        }
    }

    pub(crate) fn to_vec(&self) -> Vec<u8> {
        self.read(<[u8]>::to_vec)
    }

    /// Lets `write` change the bytes.
    ///
    /// # Errors
    /// An exception of Boa where a shared buffer cannot be written.
    pub(crate) fn write<R>(&self, context: &mut Context, write: impl FnOnce(&mut [u8]) -> R) -> JsResult<R> {
        match &self.store {
            Store::Own(buffer) => Ok(match buffer.data_mut() {
                Some(mut data) => write(data.get_mut(self.offset..self.offset + self.length).unwrap_or_default()),
                None => write(&mut []),
            }),
            // Boa does not lend the bytes of a shared buffer, so a copy is changed and put back by JavaScript's own `set`.
            Store::Shared(buffer) => {
                let mut copy = self.to_vec();
                let result = write(&mut copy);
                let array = JsUint8Array::from_shared_array_buffer(buffer.clone(), context)?;
                let source = JsUint8Array::from_iter(copy, context)?;
                array.set_values(source.into(), Some(u64::try_from(self.offset).unwrap_or_default()), context)?;
                Ok(result)
            }
        }
    }
}

impl Store {
    fn of(value: &JsValue) -> Option<Self> {
        let object = value.as_object()?;
        if let Ok(buffer) = JsArrayBuffer::from_object(object.clone()) {
            return Some(Self::Own(buffer));
        }
        JsSharedArrayBuffer::from_object(object).ok().map(Self::Shared)
    }
}

/// Whether it is an `ArrayBuffer` or `SharedArrayBuffer`.
pub(crate) fn is_buffer(value: &JsValue) -> bool {
    Store::of(value).is_some()
}

/// A new `ArrayBuffer` with these bytes.
///
/// # Errors
/// An exception of Boa where there is no memory for the buffer.
pub(crate) fn array_buffer(bytes: &[u8], context: &mut Context) -> JsResult<JsArrayBuffer> {
    JsArrayBuffer::from_byte_block(AlignedVec::from_slice(0, bytes), context)
}

/// A new `Uint8Array` with these bytes.
///
/// # Errors
/// An exception of Boa where there is no memory for the buffer.
pub(crate) fn uint8_array(bytes: &[u8], context: &mut Context) -> JsResult<JsUint8Array> {
    let buffer = array_buffer(bytes, context)?;
    JsUint8Array::from_array_buffer(buffer, context)
}

/// `Buffer.prototype`, once Node's library has made it known with `setBufferPrototype`.
struct BufferPrototype(JsObject);

pub(crate) fn set_buffer_prototype(prototype: JsObject, context: &mut Context) {
    context.insert_data(BufferPrototype(prototype));
}

/// A new `Buffer` with these bytes (`Buffer::Copy`).
///
/// # Errors
/// An exception of Boa where there is no memory for the buffer.
pub(crate) fn buffer(bytes: &[u8], context: &mut Context) -> JsResult<JsValue> {
    let array: JsObject = uint8_array(bytes, context)?.into();
    if let Some(BufferPrototype(prototype)) = context.get_data() {
        array.set_prototype(Some(prototype.clone()));
    }
    Ok(array.into())
}
