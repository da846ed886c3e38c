//! Facts that no native of node gives: the tree as it is drawn, and the sites' maps.

use trace::Profile;

use super::*;

const A: ObjectId = ObjectId(1);
const B: ObjectId = ObjectId(2);

fn literal(shapes: &mut Shapes, object: ObjectId, properties: &[(&str, ValueKind)]) {
    let properties: Vec<(Key, Option<ValueKind>)> = properties.iter().map(|(name, kind)| (Key::from(*name), Some(*kind))).collect();
    shapes.literal(object, Literal { site: None, properties: &properties, more: 0, null_prototype: false });
}

fn tree(shapes: &Shapes) -> Vec<String> {
    let name = |key: &Key| match key {
        Key::Name(name) => name.to_string(),
        Key::Symbol(number) => format!("@{number}"),
    };
    shapes
        .tree()
        .map(|map| {
            let keys: Vec<String> = map.properties.iter().map(|(key, _, _)| name(key)).collect();
            let from = map.parent.map_or_else(|| "root".into(), |(parent, _)| format!("from {}", parent.0));
            let flags = [(map.deprecated, " deprecated"), (map.dictionary, " dictionary"), (!map.linked && map.id.0 != 0, " unlinked")];
            let flags: String = flags.iter().filter(|(is, _)| *is).map(|(_, flag)| *flag).collect();
            format!("{from} [{}] {}+{} x{}{flags}", keys.join(" "), map.in_object, map.out_of_object, map.instances)
        })
        .collect()
}

#[test]
fn a_literal_is_a_chain_of_maps() {
    let mut shapes = Shapes::new(Profile::Node24);
    literal(&mut shapes, A, &[("x", ValueKind::Smi), ("y", ValueKind::Smi)]);
    literal(&mut shapes, B, &[("x", ValueKind::Smi), ("y", ValueKind::Smi)]);
    shapes.add(B, &Key::from("z"), Attributes::ALL, ValueKind::Smi, StoreOrigin::Named);
    assert_eq!(tree(&shapes), ["root [] 0+0 x0", "from 0 [x] 1+0 x0", "from 1 [x y] 2+0 x1", "from 2 [x y z] 2+1 x1"]);
}

#[test]
fn a_double_deprecates_the_branch_and_the_other_object_migrates() {
    let mut shapes = Shapes::new(Profile::Node24);
    literal(&mut shapes, A, &[("x", ValueKind::Smi)]);
    literal(&mut shapes, B, &[("x", ValueKind::Smi)]);
    shapes.set(A, &Key::from("x"), ValueKind::Double);
    assert!(shapes.is_deprecated(B) && !shapes.have_same_map(A, B));
    assert_eq!(tree(&shapes), ["root [] 0+0 x0", "from 0 [x] 1+0 x1 deprecated unlinked", "from 0 [x] 1+0 x1"]);
    shapes.before_load(B);
    assert!(shapes.have_same_map(A, B));
}

#[test]
fn what_is_forgotten_is_counted_no_more() {
    let mut shapes = Shapes::new(Profile::Node24);
    literal(&mut shapes, A, &[("x", ValueKind::Smi)]);
    shapes.forget(A);
    assert_eq!(shapes.map_of(A), None);
    assert!(shapes.tree().all(|map| map.instances == 0));
}

#[test]
fn nothing_happens_to_an_object_that_was_never_born() {
    let mut shapes = Shapes::new(Profile::Node24);
    shapes.add(A, &Key::from("x"), Attributes::ALL, ValueKind::Smi, StoreOrigin::Named);
    shapes.set(A, &Key::from("x"), ValueKind::Smi);
    shapes.delete(A, &Key::from("x"));
    shapes.set_element(A, u32::MAX, ValueKind::Smi);
    shapes.set_prototype(A, Prototype::Object(B));
    shapes.close(A, Integrity::Frozen);
    shapes.push(A, &[ValueKind::Smi]);
    assert!(shapes.is_empty() && !shapes.has_fast_properties(A));
}

#[test]
fn a_site_holds_four_maps_and_not_five() {
    let (mut shapes, mut sites) = (Shapes::new(Profile::Node24), Sites::default());
    let keys = ["a", "b", "c", "d", "e"];
    let states: Vec<SiteState> = (0..)
        .zip(keys)
        .map(|(index, key)| {
            literal(&mut shapes, ObjectId(index), &[(key, ValueKind::Smi)]);
            let map = shapes.before_load(ObjectId(index)).expect("it was born");
            sites.access(&shapes, SiteId(0), SiteKind::Load, &Access::Named(map))
        })
        .collect();
    assert_eq!(
        states,
        [SiteState::Monomorphic, SiteState::Polymorphic(2), SiteState::Polymorphic(3), SiteState::Polymorphic(4), SiteState::Megamorphic]
    );
    assert!(sites.maps(SiteId(0)).is_empty());
}

#[test]
fn a_call_site_knows_one_function() {
    let (shapes, mut sites) = (Shapes::new(Profile::Node24), Sites::default());
    let mut call = |function| sites.access(&shapes, SiteId(0), SiteKind::Call, &Access::Call(FunctionId(function)));
    assert_eq!((call(1), call(1), call(2)), (SiteState::Monomorphic, SiteState::Monomorphic, SiteState::Megamorphic));
}
