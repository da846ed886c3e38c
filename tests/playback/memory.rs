//! What is said of a variable's bytes, and of who shares them.

use player::Bytes;
use trace::*;

fn memory(offset: u32, bytes: &[u8], length: u32) -> Memory {
    Memory { buffer: 3, whole: 8192, offset, length, bytes: bytes.into() }
}

/// A run whose one function has these variables: name, preview and memory.
fn bytes_of_first(variables: &[(&str, &str, Option<Memory>)]) -> Bytes {
    let mut trace = Trace::new();
    let texts = variables.iter().map(|(name, ..)| (*name).into()).collect();
    let value = |(_, text, memory): &(&str, &str, Option<Memory>)| Value {
        kind: ValueKind::Object,
        text: (*text).into(),
        memory: memory.clone(),
        object: None,
    };
    let tables = Tables { texts, values: variables.iter().map(value).collect(), ..Tables::default() };
    trace.append(Chunk { tables, ..Chunk::default() });
    let held = |index: u32| Variable { name: TextId(index), value: Some(ValueId(index)), changed: StepId(0) };
    let count = u32::try_from(variables.len()).unwrap();
    let variables = (0..count).map(held).collect();
    let frame = Frame { since: StepId(0), name: TextId(0), kind: FrameKind::Program, function: None, site: None, task: None, variables };
    let snapshot = Snapshot { stack: vec![frame], ..Snapshot::default() };
    Bytes::of(&trace, &snapshot, ValueId(0)).unwrap()
}

#[test]
fn a_slice_of_the_pool_says_where_it_lies_and_who_shares_it() {
    let bytes = bytes_of_first(&[
        ("name", "<Buffer 68 69 00>", Some(memory(16, b"hi\0", 3))),
        ("head", "<Buffer 68>", Some(memory(16, b"h", 1))),
        ("other", "<Buffer 01>", Some(Memory { buffer: 4, ..memory(16, b"\x01", 1) })),
        ("plain", "{}", None),
    ]);
    assert_eq!(bytes.sentence(), "3 bytes, from byte 16 on, of an array buffer of 8192, the pool that Node cuts small buffers out of.");
    assert_eq!(bytes.sharers.iter().map(|sharer| &*sharer.name).collect::<Vec<_>>(), ["head"]);
    assert_eq!([0, 1, 2].map(|place| bytes.is_shared(place)), [true, false, false]);
    assert_eq!(bytes.as_text(), "hi␀");
    assert_eq!(bytes.beyond(), 0);
}

#[test]
fn long_memory_says_what_is_left_out() {
    let bytes = bytes_of_first(&[("all", "Uint8Array(8192) [ … ]", Some(memory(0, &[9; 256], 8192)))]);
    assert_eq!(bytes.sentence(), "All 8192 bytes of its array buffer.");
    assert_eq!(bytes.beyond(), 8192 - 256);
    assert_eq!(bytes.rows(16).map(|(from, row)| (from, row.len())).last(), Some((240, 16)));
}
