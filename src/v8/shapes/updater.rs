//! Generalising fields, deprecating maps and finding the maps that replace them (`src/objects/map-updater.cc`).

use trace::Profile;

use super::descriptor::{Constness, Content, Descriptor};
use super::elements_kind::ElementsKind;
use super::heap::Shapes;
use super::integrity::Integrity;
use super::key::MapId;
use super::map::Edge;
use super::prototypes::Prototype;
use super::value::{Representation, ValueKind};

/// The transitions that are to be replayed from the root of a tree.
struct Replay {
    /// The properties wanted, the changed one among them.
    wanted: Vec<Descriptor>,
    elements: ElementsKind,
    /// The integrity levels that the old map passed through, the first one first.
    levels: Vec<Integrity>,
}

impl Shapes {
    /// `Map::Update`: the map that replaces a deprecated one.
    pub(super) fn updated(&mut self, map: MapId) -> MapId {
        if self.map(map).deprecated { self.replayed(map, None) } else { map }
    }

    /// `Map::PrepareForDataProperty`: the map in which the field can hold the value.
    pub(super) fn prepared(&mut self, map: MapId, index: usize, value: Option<ValueKind>, constness: Constness) -> MapId {
        let map = self.updated(map);
        let Content::Field { representation: old, constness: was } = self.own_descriptors(map)[index].content else { return map };
        let representation = value.map_or(old, |value| old.generalize(Representation::of(value)));
        let constness = was.generalize(constness);
        if representation == old && constness == was {
            return map;
        }
        let mut new = self.own_descriptors(map)[index].clone();
        new.content = Content::Field { representation, constness };
        self.reconfigured(map, index, new)
    }

    /// `MapUpdater::ReconfigureToDataField`.
    pub(super) fn reconfigured(&mut self, map: MapId, index: usize, new: Descriptor) -> MapId {
        let old = self.own_descriptors(map)[index].clone();
        if let (Content::Field { representation: from, .. }, Content::Field { representation: to, constness }) = (old.content, new.content)
            && old.attributes == new.attributes
            && from.can_change_in_place_to(to)
        {
            self.generalize_field(map, index, to, constness);
            return map;
        }
        let root = self.map(map).root;
        if index < self.map(root).own {
            return self.normalize(map);
        }
        self.replayed(map, Some((index, new)))
    }

    /// `MapUpdater::ReconfigureElementsKind`.
    pub(super) fn reconfigured_elements(&mut self, map: MapId, kind: ElementsKind) -> MapId {
        let root = self.map(map).root;
        match self.replay_of(map, None, Some(kind)) {
            Some(replay) => self.replay(root, replay),
            None => {
                let new = self.copy_map(map, Some(Edge::Elements(kind)));
                self.maps[new.index()].elements = kind;
                new
            }
        }
    }

    /// `MapUpdater::ApplyPrototypeTransition` (Node 24: at the root of the tree) and `Map::TransitionToPrototype` (Node 20: here).
    pub(super) fn with_prototype(&mut self, map: MapId, prototype: Prototype) -> MapId {
        let map = self.updated(map);
        let here = self.map(map);
        if here.dictionary || here.is_prototype_map() {
            return self.prototype_copy(map, prototype);
        }
        match self.profile {
            Profile::Node18 | Profile::Node20 => self.prototype_transition(map, prototype),
            Profile::Node22 | Profile::Node24 | Profile::Node26 => {
                let replay = self.replay_of(map, None, None);
                let root = self.root_with_prototype(map, prototype);
                match replay {
                    Some(replay) => self.replay(root, replay),
                    None => self.prototype_copy(map, prototype),
                }
            }
        }
    }

    /// `Map::TransitionRootMapToPrototypeForNewObject`: all changes of prototype begin at the root that the tree once came of.
    fn root_with_prototype(&mut self, map: MapId, prototype: Prototype) -> MapId {
        let root = self.map(map).root;
        let origin = self.map(root).origin.unwrap_or(root);
        if self.map(origin).prototype == prototype {
            return origin;
        }
        let new = self.prototype_transition(origin, prototype);
        self.maps[new.index()].origin = Some(origin);
        new
    }

    fn prototype_copy(&mut self, map: MapId, prototype: Prototype) -> MapId {
        let new = self.copy_map(map, Some(Edge::Prototype(prototype)));
        self.maps[new.index()].prototype = prototype;
        new
    }

    fn prototype_transition(&mut self, map: MapId, prototype: Prototype) -> MapId {
        let edge = Edge::Prototype(prototype);
        if let Some(found) = self.map(map).transition(&edge) {
            return found;
        }
        let new = self.prototype_copy(map, prototype);
        self.maps[map.index()].transitions.push((edge, new));
        new
    }

    fn replayed(&mut self, map: MapId, change: Option<(usize, Descriptor)>) -> MapId {
        let root = self.map(map).root;
        // Observed with Node 20: a map that came of an object with properties by a change of prototype is not rebuilt.
        let rebuilds = self.profile >= Profile::Node22 || self.map(root).own == 0;
        match self.replay_of(map, change, None).filter(|_| rebuilds) {
            Some(replay) => self.replay(root, replay),
            None => self.normalize(map),
        }
    }

    /// The transitions to replay for this map with a change; `None` if other transitions lie between its integrity levels.
    fn replay_of(&self, map: MapId, change: Option<(usize, Descriptor)>, elements: Option<ElementsKind>) -> Option<Replay> {
        let (mut source, mut levels) = (map, Vec::new());
        while !self.map(source).extensible && source != self.map(source).root {
            let (before, edge) = self.map(source).drawn_from.clone()?;
            let Edge::Integrity(level) = edge else { return None };
            levels.insert(0, level);
            source = before;
        }
        let mut wanted = self.own_descriptors(source).to_vec();
        if let Some((index, new)) = change {
            // Sealing changed the attributes; the way here is replayed with those from before.
            let attributes = if levels.is_empty() { new.attributes } else { wanted[index].attributes };
            wanted[index] = Descriptor { attributes, ..new };
        }
        Some(Replay { wanted, elements: elements.unwrap_or(self.map(source).elements), levels })
    }

    fn replay(&mut self, root: MapId, replay: Replay) -> MapId {
        let root = self.as_elements_kind(root, replay.elements);
        let first = self.map(root).own;
        let target = self.find_target(root, &replay.wanted);
        let mut result = if self.map(target).own == replay.wanted.len() { target } else { self.construct(root, target, first, replay.wanted) };
        for level in replay.levels {
            result = self.with_integrity(result, level);
        }
        result
    }

    fn step(&self, map: MapId, wanted: &Descriptor) -> Option<MapId> {
        self.map(map).transition(&Edge::Property(wanted.key.clone(), wanted.kind(), wanted.attributes))
    }

    /// `MapUpdater::FindTargetMap`: follows what exists, generalising it in place where that can be done.
    fn find_target(&mut self, root: MapId, wanted: &[Descriptor]) -> MapId {
        let mut target = root;
        for (index, old) in wanted.iter().enumerate().skip(self.map(root).own) {
            let Some(next) = self.step(target, old) else { break };
            match (old.content, self.own_descriptors(next)[index].content) {
                (Content::Field { representation, constness }, Content::Field { representation: found, .. }) => {
                    let general = found.generalize(representation);
                    if !found.can_change_in_place_to(general) {
                        break;
                    }
                    self.generalize_field(next, index, general, constness);
                }
                (old, found) if old == found => {}
                _ => break,
            }
            target = next;
        }
        target
    }

    /// `MapUpdater::ConstructNewMap`: merges with what exists, and puts a new branch in the place of the old one.
    fn construct(&mut self, root: MapId, target: MapId, first: usize, mut wanted: Vec<Descriptor>) -> MapId {
        let mut last = target;
        for (index, old) in wanted.iter().enumerate().skip(self.map(target).own) {
            let Some(next) = self.step(last, old) else { break };
            if !old.is_field() && self.own_descriptors(next)[index].content != old.content {
                break;
            }
            last = next;
        }
        for (index, descriptor) in wanted.iter_mut().enumerate().take(self.map(last).own).skip(first) {
            merge(descriptor, &self.own_descriptors(last)[index].clone());
        }
        let split = self.find_split(root, first, &wanted);
        let own = self.map(split).own;
        if let Some(old) = wanted.get(own).and_then(|descriptor| self.step(split, descriptor)) {
            self.deprecate(old);
            self.maps[split.index()].transitions.retain(|(_, to)| *to != old);
        }
        if !self.can_have_more_transitions(split) {
            return self.normalize(split);
        }
        wanted.into_iter().skip(own).fold(split, |map, descriptor| self.with_descriptor(map, descriptor))
    }

    /// `MapUpdater::FindSplitMap`: the last map of the tree that describes its properties just so.
    fn find_split(&self, root: MapId, first: usize, wanted: &[Descriptor]) -> MapId {
        let mut split = root;
        for (index, descriptor) in wanted.iter().enumerate().skip(first) {
            match self.step(split, descriptor) {
                Some(next) if self.own_descriptors(next)[index].content == descriptor.content => split = next,
                _ => break,
            }
        }
        split
    }

    /// `Map::DeprecateTransitionTree`.
    fn deprecate(&mut self, top: MapId) {
        let mut left = vec![top];
        while let Some(map) = left.pop() {
            let map = &mut self.maps[map.index()];
            if !map.deprecated {
                map.deprecated = true;
                left.extend(map.transitions.iter().filter(|(edge, _)| !matches!(edge, Edge::Prototype(_))).map(|(_, to)| *to));
            }
        }
    }

    /// `MapUpdater::GeneralizeField`: in the map that added the field and in all that follow from it.
    pub(super) fn generalize_field(&mut self, map: MapId, index: usize, representation: Representation, constness: Constness) {
        let Content::Field { representation: old, constness: was } = self.own_descriptors(map)[index].content else { return };
        let content = Content::Field { representation: old.generalize(representation), constness: was.generalize(constness) };
        if content == (Content::Field { representation: old, constness: was }) {
            return;
        }
        let mut owner = map;
        while let Some(back) = self.map(owner).back.filter(|back| self.map(*back).own > index) {
            owner = back;
        }
        let mut left = vec![owner];
        while let Some(map) = left.pop() {
            let (descriptors, children) = (self.map(map).descriptors, self.map(map).transitions.clone());
            self.array_of_descriptors(descriptors)[index].content = content;
            left.extend(children.into_iter().filter(|(edge, _)| !matches!(edge, Edge::Prototype(_))).map(|(_, to)| to));
        }
    }
}

fn merge(descriptor: &mut Descriptor, found: &Descriptor) {
    if let (Content::Field { representation, constness }, Content::Field { representation: other, constness: was }) =
        (&mut descriptor.content, found.content)
    {
        *representation = representation.generalize(other);
        *constness = constness.generalize(was);
    }
}
