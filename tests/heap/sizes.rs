//! Sizes against `self_size` in heap snapshots of real Node (a script).

use trace::Profile;
use v8::heap::{Configuration, Elements, Flavour, Kind, Layout, Properties, Text};

fn plain(in_object: u32) -> Kind {
    with(in_object, Properties::None)
}

fn with(in_object: u32, properties: Properties) -> Kind {
    Kind::Object { in_object, properties, elements: Elements::None }
}

fn fast(capacity: u32) -> Kind {
    Kind::Array(Elements::Fast(capacity))
}

fn bytes(bytes: u64) -> Kind {
    Kind::TypedArray { bytes, own_buffer: true }
}

/// The harness's name, what the engine would tell, and the parts of the snapshot that are the store.
fn kinds() -> Vec<(&'static str, Kind, &'static [&'static str])> {
    let elements: &[&str] = &["elements"];
    let named: &[&str] = &["properties"];
    let table: &[&str] = &["table"];
    let none: &[&str] = &[];
    vec![
        ("empty_literal", plain(4), none),
        ("obj1", plain(1), none),
        ("obj3", plain(3), none),
        ("obj8", plain(8), none),
        ("created_null", with(0, Properties::Dictionary(0)), named),
        ("grown4", plain(4), none),
        ("grown5", with(4, Properties::Array(1)), named),
        ("grown7", with(4, Properties::Array(3)), named),
        ("grown8", with(4, Properties::Array(4)), named),
        ("grown10", with(4, Properties::Array(6)), named),
        ("grown20", with(0, Properties::Dictionary(20)), named),
        ("dict", with(0, Properties::Dictionary(12)), named),
        ("dict200", with(0, Properties::Dictionary(200)), named),
        ("dict_many", with(0, Properties::Dictionary(2000)), named),
        ("getter", with(0, Properties::Dictionary(1)), named),
        ("class_p0", plain(0), none),
        ("class_p2", plain(2), none),
        ("class_sub", plain(3), none),
        ("arr_empty", Kind::Array(Elements::None), elements),
        ("arr3", fast(3), elements),
        ("arr_push1", fast(Kind::grown_capacity(1)), elements),
        ("arr_push18", fast(Kind::grown_capacity(18)), elements),
        ("arr_new10", fast(10), elements),
        ("arr_new1000", fast(1000), elements),
        ("arr_double4", fast(4), elements),
        ("arr_dict", Kind::Array(Elements::Dictionary(1)), elements),
        ("arr_fill", fast(5000), elements),
        ("arr_map", fast(100), elements),
        ("fn_arrow", Kind::Function { prototype_slot: false }, none),
        ("fn_decl", Kind::Function { prototype_slot: true }, none),
        ("fn_gen", Kind::Function { prototype_slot: true }, none),
        ("fn_method", Kind::Function { prototype_slot: false }, none),
        ("fn_bound", Kind::BoundFunction { arguments: 2 }, &["bindings"]),
        ("fn_bound0", Kind::BoundFunction { arguments: 0 }, none),
        ("str_1byte_10", Kind::String(Text::OneByte(10)), none),
        ("str_1byte_100", Kind::String(Text::OneByte(100)), none),
        ("str_2byte_10", Kind::String(Text::TwoByte(10)), none),
        ("str_cons", Kind::String(Text::Cons), none),
        ("str_cons13", Kind::String(Text::Cons), none),
        ("str_flat12", Kind::String(Text::OneByte(12)), none),
        ("str_slice", Kind::String(Text::Sliced), none),
        ("str_slice12", Kind::String(Text::OneByte(12)), none),
        ("num_double", Kind::HeapNumber, none),
        ("bigint1", Kind::BigInt { digits: 1 }, none),
        ("bigint_big", Kind::BigInt { digits: 4 }, none),
        ("sym", Kind::Symbol, none),
        ("map0", Kind::Map { capacity: Kind::table_capacity(0) }, table),
        ("map5", Kind::Map { capacity: Kind::table_capacity(5) }, table),
        ("map100", Kind::Map { capacity: Kind::table_capacity(100) }, table),
        ("map1000", Kind::Map { capacity: Kind::table_capacity(1000) }, table),
        ("set0", Kind::Set { capacity: Kind::table_capacity(0) }, table),
        ("set100", Kind::Set { capacity: Kind::table_capacity(100) }, table),
        ("set1000", Kind::Set { capacity: Kind::table_capacity(1000) }, table),
        ("weakmap", Kind::WeakCollection { capacity: 4 }, table),
        ("weakref", Kind::WeakRef, none),
        ("finreg", Kind::FinalizationRegistry, none),
        ("map_iter", Kind::CollectionIterator, none),
        ("arr_iter", Kind::ArrayIterator, none),
        ("str_iter", Kind::StringIterator, none),
        ("iterres", Kind::IteratorResult, none),
        ("ab100", Kind::ArrayBuffer { bytes: 100 }, none),
        ("u8_100", bytes(100), &["buffer"]),
        ("u8_10", bytes(10), &["buffer", "elements"]),
        ("u8_64", bytes(64), &["buffer", "elements"]),
        ("bufbig", bytes(100_000), &["buffer"]),
        ("dataview", Kind::DataView, none),
        ("promise", Kind::Promise, none),
        ("error", Kind::Error { frames: 0 }, none),
        ("regexp", Kind::RegExp, none),
        ("args0", Kind::Arguments { length: 0, strict: false }, elements),
        ("args3", Kind::Arguments { length: 3, strict: false }, elements),
        ("sargs3", Kind::Arguments { length: 3, strict: true }, elements),
        ("boxed_num", Kind::Wrapper, none),
        ("proxy", Kind::Proxy, none),
    ]
}

#[test]
fn sizes_are_those_of_snapshots() {
    let texts = [
        (Profile::Node18, include_str!("measured/sizes.node-18.txt")),
        (Profile::Node20, include_str!("measured/sizes.node-20.txt")),
        (Profile::Node22, include_str!("measured/sizes.node-22.txt")),
        (Profile::Node24, include_str!("measured/sizes.node.txt")),
        (Profile::Node26, include_str!("measured/sizes.node-26.txt")),
    ];
    let (mut checked, mut off) = (0, Vec::new());
    for (profile, text) in texts {
        let sizes = Configuration::new(profile).sizes;
        for (name, kind, parts) in kinds() {
            let line = text.lines().find_map(|line| line.strip_prefix(&format!("{name} "))).expect("measured");
            let (head, rest) = line.split_once(' ').expect("two columns");
            let measured: std::collections::BTreeMap<String, u64> = serde_json::from_str(rest).expect("parts");
            let store: u64 = parts.iter().filter_map(|part| measured.get(*part)).sum();
            let layout = Layout::of(&kind, &sizes);
            checked += 1;
            if (layout.head, layout.store) != (head.parse().expect("a number"), store) {
                off.push(format!("{profile:?} {name}: model {} + {}, node {head} + {store}", layout.head, layout.store));
            }
        }
    }
    println!("{checked} sizes, {} off", off.len());
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn sizes_are_those_of_the_heap_as_a_whole() {
    // By the difference of used_heap_size over 20,000 of each (a script, `err.cjs`), Node 24.
    let sizes = Configuration::new(Profile::Node24).sizes;
    let of = |kind: Kind| Layout::of(&kind, &sizes).heap();
    assert_eq!(of(Kind::Generator { registers: 3, flavour: Flavour::Sync }), 120);
    assert_eq!(of(Kind::Date), 96);
    assert_eq!(of(Kind::Function { prototype_slot: false }) + of(Kind::Context { slots: 1 }), 96);
    assert_eq!(of(Kind::Map { capacity: 4 }), 184);
    assert_eq!(of(bytes(100)), 200);
    assert_eq!(of(Kind::Error { frames: 2 }), 192);
    let awaiting = Kind::Generator { registers: 2, flavour: Flavour::Async };
    assert_eq!(of(Kind::Promise) + of(Kind::PromiseReaction) + of(awaiting), 384);
}
