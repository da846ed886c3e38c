//! All maps and objects of one isolate.

use std::collections::BTreeMap;

use trace::Profile;

use super::births::Construction;
use super::descriptor::Descriptor;
use super::elements_kind::ElementsKind;
use super::key::{AllocationSite, FunctionId, Key, MapId, ObjectId};
use super::map::{DescriptorsId, Edge, Map, PrototypeUse};
use super::object::Object;
use super::prototypes::Prototype;
use super::roots::{Class, Root};

/// The key by which two dictionary-mode objects share a map (`NormalizedMapCache`).
type NormalizedAs = (Class, Prototype, ElementsKind, bool);

/// The properties of an object in dictionary mode, each with its place in the order of insertion.
#[derive(Clone, Debug, Default)]
pub(super) struct Slow {
    next: u32,
    entries: BTreeMap<Key, (u32, Descriptor)>,
}

impl Slow {
    pub(super) fn put(&mut self, descriptor: Descriptor) {
        let place = self.entries.get(&descriptor.key).map_or(self.next, |(place, _)| *place);
        self.next = self.next.max(place.saturating_add(1));
        self.entries.insert(descriptor.key.clone(), (place, descriptor));
    }

    pub(super) fn remove(&mut self, key: &Key) {
        self.entries.remove(key);
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn in_order(&self) -> Vec<Descriptor> {
        let mut entries: Vec<&(u32, Descriptor)> = self.entries.values().collect();
        entries.sort_by_key(|(place, _)| *place);
        entries.into_iter().map(|(_, descriptor)| descriptor.clone()).collect()
    }
}

/// A table of the objects: an object's number is its place.
#[derive(Clone, Debug)]
pub(super) struct ById<T>(Vec<Option<T>>);

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ById<T> {
    pub(super) fn get(&self, id: ObjectId) -> Option<&T> {
        self.0.get(id.0 as usize)?.as_ref()
    }

    pub(super) fn get_mut(&mut self, id: ObjectId) -> Option<&mut T> {
        self.0.get_mut(id.0 as usize)?.as_mut()
    }

    pub(super) fn insert(&mut self, id: ObjectId, known: T) {
        let place = id.0 as usize;
        if self.0.len() <= place {
            self.0.resize_with(place + 1, || None);
        }
        self.0[place] = Some(known);
    }

    pub(super) fn remove(&mut self, id: ObjectId) -> Option<T> {
        self.0.get_mut(id.0 as usize)?.take()
    }
}

/// Every hidden class of one isolate, and the hidden class of each object.
///
/// An operation on an object that was never born here, or on a property that does not exist, does nothing.
#[derive(Clone, Debug)]
pub struct Shapes {
    pub(super) profile: Profile,
    pub(super) maps: Vec<Map>,
    descriptors: Vec<Vec<Descriptor>>,
    pub(super) objects: ById<Object>,
    pub(super) slow: BTreeMap<ObjectId, Slow>,
    pub(super) roots: BTreeMap<Root, MapId>,
    pub(super) normalized: BTreeMap<NormalizedAs, MapId>,
    pub(super) constructions: BTreeMap<FunctionId, Construction>,
    /// The elements kind that a site's arrays are born with, as far as it has learnt.
    pub(super) sites: BTreeMap<AllocationSite, ElementsKind>,
    /// The map of a large literal's boilerplate.
    pub(super) boilerplates: BTreeMap<AllocationSite, Option<MapId>>,
    /// The map that a spread's site made for a source's map.
    pub(super) clones: BTreeMap<(AllocationSite, MapId), MapId>,
    /// `Isolate::elements_deletion_counter`.
    pub(super) elements_deletions: u32,
}

impl Shapes {
    /// An isolate without a map.
    #[must_use]
    pub fn new(profile: Profile) -> Self {
        Self {
            profile,
            maps: Vec::new(),
            descriptors: Vec::new(),
            objects: ById::default(),
            slow: BTreeMap::new(),
            roots: BTreeMap::new(),
            normalized: BTreeMap::new(),
            constructions: BTreeMap::new(),
            sites: BTreeMap::new(),
            boilerplates: BTreeMap::new(),
            clones: BTreeMap::new(),
            elements_deletions: 0,
        }
    }

    /// The object was collected, or is of no more interest.
    pub fn forget(&mut self, object: ObjectId) {
        if let Some(gone) = self.objects.remove(object) {
            self.maps[gone.map.index()].instances -= 1;
        }
        self.slow.remove(&object);
    }

    /// Adds a map; one that is in no tree is its own root.
    pub(super) fn add_map(&mut self, mut map: Map) -> MapId {
        let id = MapId(u32::try_from(self.maps.len()).expect("fewer than 2^32 maps"));
        if map.back.is_none() {
            map.root = id;
        }
        self.maps.push(map);
        id
    }

    pub(super) fn new_descriptors(&mut self, descriptors: Vec<Descriptor>) -> DescriptorsId {
        let id = DescriptorsId(u32::try_from(self.descriptors.len()).expect("fewer than 2^32 arrays of descriptors"));
        self.descriptors.push(descriptors);
        id
    }

    pub(super) fn map(&self, id: MapId) -> &Map {
        &self.maps[id.index()]
    }

    /// `Map::Copy`: the same in no tree, with descriptors of its own and, in no tree, fields as general as can be.
    pub(super) fn copy_map(&mut self, id: MapId, drawn_as: Option<Edge>) -> MapId {
        let own = self.own_descriptors(id).iter().cloned().map(Descriptor::tagged).collect();
        self.copy_with(id, drawn_as, own)
    }

    /// As `copy_map`, for a map that is to be linked in the tree: its fields stay as they are.
    pub(super) fn copy_to_link(&mut self, id: MapId) -> MapId {
        let own = self.own_descriptors(id).to_vec();
        self.copy_with(id, None, own)
    }

    fn copy_with(&mut self, id: MapId, drawn_as: Option<Edge>, own: Vec<Descriptor>) -> MapId {
        let descriptors = self.new_descriptors(own);
        let map = self.map(id);
        let copy = Map {
            descriptors,
            back: None,
            drawn_from: drawn_as.map(|edge| (id, edge)),
            transitions: Vec::new(),
            instances: 0,
            deprecated: false,
            ..map.clone()
        };
        self.add_map(copy)
    }

    pub(super) fn own_descriptors(&self, id: MapId) -> &[Descriptor] {
        let map = self.map(id);
        &self.descriptors[map.descriptors.0 as usize][..map.own]
    }

    pub(super) fn array_of_descriptors(&mut self, id: DescriptorsId) -> &mut Vec<Descriptor> {
        &mut self.descriptors[id.0 as usize]
    }

    /// The place of the key among the map's own descriptors.
    pub(super) fn find(&self, map: MapId, key: &Key) -> Option<usize> {
        self.own_descriptors(map).iter().position(|descriptor| descriptor.key == *key)
    }

    pub(super) fn map_id(&self, object: ObjectId) -> Option<MapId> {
        self.objects.get(object).map(|found| found.map)
    }

    pub(super) fn born(&mut self, id: ObjectId, object: Object) {
        self.forget(id);
        self.maps[object.map.index()].instances += 1;
        self.objects.insert(id, object);
    }

    /// `JSObject::MigrateToMap`.
    pub(super) fn migrate(&mut self, id: ObjectId, to: MapId) {
        let Some(object) = self.objects.get_mut(id) else { return };
        let from = object.map;
        if from == to {
            return;
        }
        object.map = to;
        self.maps[from.index()].instances -= 1;
        self.maps[to.index()].instances += 1;
        self.follow_dictionary(id, from, to);
    }

    fn follow_dictionary(&mut self, id: ObjectId, from: MapId, to: MapId) {
        match (self.map(from).dictionary, self.map(to).dictionary) {
            (false, true) => {
                let mut slow = Slow::default();
                for descriptor in self.own_descriptors(from) {
                    slow.put(descriptor.clone());
                }
                self.slow.insert(id, slow);
            }
            (true, false) => {
                self.slow.remove(&id);
            }
            _ => {}
        }
    }

    /// `Map::Normalize`: a map in dictionary mode, shared among like objects unless it is a prototype's.
    pub(super) fn normalize(&mut self, id: MapId) -> MapId {
        let map = self.map(id);
        let shared = !map.is_prototype_map();
        let like = (map.class, map.prototype, map.elements, map.extensible);
        if shared && let Some(found) = self.normalized.get(&like) {
            return *found;
        }
        let new = self.copy_map(id, None);
        let map = &mut self.maps[new.index()];
        (map.dictionary, map.own, map.in_object) = (true, 0, 0);
        if shared {
            self.normalized.insert(like, new);
        }
        new
    }

    /// `JSObject::MigrateSlowToFast`: a map of the object's own, every field as general as can be.
    pub(super) fn make_fast(&mut self, id: ObjectId) {
        let Some(map) = self.map_id(id).filter(|map| self.map(*map).dictionary) else { return };
        let descriptors: Vec<Descriptor> = self.slow.get(&id).map(Slow::in_order).unwrap_or_default();
        if descriptors.len() > super::transitions::MOST_DESCRIPTORS {
            return;
        }
        let new = self.copy_map(map, None);
        let own = descriptors.len();
        let descriptors = self.new_descriptors(descriptors.into_iter().map(Descriptor::most_general).collect());
        let map = &mut self.maps[new.index()];
        (map.dictionary, map.own, map.descriptors, map.in_object) = (false, own, descriptors, 0);
        self.migrate(id, new);
    }

    pub(super) fn set_prototype_use(&mut self, map: MapId, used: PrototypeUse) {
        self.maps[map.index()].prototype_use = used;
    }
}
