//! The tags and numbers of V8's wire format (V8 13.6 `src/objects/value-serializer.cc`).

use boa_engine::builtins::typed_array::TypedArrayKind;

use crate::bindings::messaging::View;

/// The tag with which the format begins; its version follows.
pub(super) const VERSION: u8 = 0xff;
pub(super) const LATEST: u32 = 15;

pub(super) const PADDING: u8 = 0;
pub(super) const VERIFY_OBJECT_COUNT: u8 = b'?';
pub(super) const HOLE: u8 = b'-';
pub(super) const UNDEFINED: u8 = b'_';
pub(super) const NULL: u8 = b'0';
pub(super) const TRUE: u8 = b'T';
pub(super) const FALSE: u8 = b'F';
pub(super) const INT32: u8 = b'I';
pub(super) const UINT32: u8 = b'U';
pub(super) const DOUBLE: u8 = b'N';
pub(super) const BIG_INT: u8 = b'Z';
pub(super) const UTF8_STRING: u8 = b'S';
pub(super) const ONE_BYTE_STRING: u8 = b'"';
pub(super) const TWO_BYTE_STRING: u8 = b'c';
pub(super) const REFERENCE: u8 = b'^';
pub(super) const OBJECT: u8 = b'o';
pub(super) const END_OBJECT: u8 = b'{';
pub(super) const SPARSE_ARRAY: u8 = b'a';
pub(super) const END_SPARSE_ARRAY: u8 = b'@';
pub(super) const DENSE_ARRAY: u8 = b'A';
pub(super) const END_DENSE_ARRAY: u8 = b'$';
pub(super) const DATE: u8 = b'D';
pub(super) const TRUE_OBJECT: u8 = b'y';
pub(super) const FALSE_OBJECT: u8 = b'x';
pub(super) const NUMBER_OBJECT: u8 = b'n';
pub(super) const BIG_INT_OBJECT: u8 = b'z';
pub(super) const STRING_OBJECT: u8 = b's';
pub(super) const REG_EXP: u8 = b'R';
pub(super) const MAP: u8 = b';';
pub(super) const END_MAP: u8 = b':';
pub(super) const SET: u8 = b'\'';
pub(super) const END_SET: u8 = b',';
pub(super) const ARRAY_BUFFER: u8 = b'B';
pub(super) const RESIZABLE_ARRAY_BUFFER: u8 = b'~';
pub(super) const ARRAY_BUFFER_TRANSFER: u8 = b't';
pub(super) const ARRAY_BUFFER_VIEW: u8 = b'V';
pub(super) const HOST_OBJECT: u8 = b'\\';
pub(super) const ERROR: u8 = b'r';
pub(super) const ERROR_MESSAGE: u8 = b'm';
pub(super) const ERROR_STACK: u8 = b's';
pub(super) const ERROR_CAUSE: u8 = b'c';
pub(super) const END_ERROR: u8 = b'.';

/// The tags of an error's prototype; that of `Error` itself has none.
pub(super) const ERRORS: [(u8, &str); 6] =
    [(b'E', "EvalError"), (b'R', "RangeError"), (b'F', "ReferenceError"), (b'S', "SyntaxError"), (b'T', "TypeError"), (b'U', "URIError")];

/// The bits of a regular expression's flags.
pub(super) const FLAGS: [(char, u32); 8] = [('g', 1), ('i', 2), ('m', 4), ('y', 8), ('u', 16), ('s', 32), ('d', 128), ('v', 256)];

/// The flag of a view whose length follows its buffer's.
pub(super) const TRACKS_LENGTH: u32 = 1;
pub(super) const ON_RESIZABLE: u32 = 2;

const VIEWS: [(u8, View); 13] = [
    (b'b', View::Typed(TypedArrayKind::Int8)),
    (b'B', View::Typed(TypedArrayKind::Uint8)),
    (b'C', View::Typed(TypedArrayKind::Uint8Clamped)),
    (b'w', View::Typed(TypedArrayKind::Int16)),
    (b'W', View::Typed(TypedArrayKind::Uint16)),
    (b'd', View::Typed(TypedArrayKind::Int32)),
    (b'D', View::Typed(TypedArrayKind::Uint32)),
    (b'h', View::Typed(TypedArrayKind::Float16)),
    (b'f', View::Typed(TypedArrayKind::Float32)),
    (b'F', View::Typed(TypedArrayKind::Float64)),
    (b'q', View::Typed(TypedArrayKind::BigInt64)),
    (b'Q', View::Typed(TypedArrayKind::BigUint64)),
    (b'?', View::Data),
];

pub(super) fn tag_of(view: View) -> u8 {
    VIEWS.iter().find(|(_, known)| *known == view).map_or(b'?', |(tag, _)| *tag)
}

/// The kind of view and the bytes of its elements.
pub(super) fn view_of(tag: u8) -> Option<(View, usize)> {
    let bytes = match tag {
        b'w' | b'W' | b'h' => 2,
        b'd' | b'D' | b'f' => 4,
        b'F' | b'q' | b'Q' => 8,
        _ => 1,
    };
    VIEWS.iter().find(|(known, _)| *known == tag).map(|(_, view)| (*view, bytes))
}

/// A number in the format: seven bits a byte, the lowest first.
pub(super) fn varint(mut value: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

/// A signed number as an unsigned one, with the sign in the lowest bit.
pub(super) fn zigzag(value: i32) -> u32 {
    ((value << 1) ^ (value >> 31)) as u32
}

pub(super) fn unzigzag(value: u32) -> i32 {
    (value >> 1) as i32 ^ -((value & 1) as i32)
}

#[cfg(test)]
mod tests {
    use super::{unzigzag, varint, zigzag};

    #[test]
    fn numbers_are_as_v8_writes_them() {
        assert_eq!(varint(300), [0xac, 0x02]);
        assert_eq!(varint(u64::from(zigzag(-5))), [0x09]);
        for value in [0, 1, -1, i32::MAX, i32::MIN] {
            assert_eq!(unzigzag(zigzag(value)), value);
        }
    }
}
