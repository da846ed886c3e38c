//! Hidden classes as the tree that they grow into, with the variables whose objects have them; beside it the inline caches of the places that read and
//! write properties.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use trace::{ByteOffset, CacheKind, CacheState, FrameKind, HiddenClass, InlineCache, MapId, ObjectId, Slot, StepId};

use super::measure::{self, fit};
use super::objects::nothing;
use super::plan::Area;
use super::view::Moment;
use super::{Anchor, Face, Item, Layer, Motion, Paint};

const ROW: f32 = 26.0;
/// The room above the rows.
const HEAD: f32 = 34.0;
/// The distance by which a child stands to the right of its parent.
const INDENT: f32 = 22.0;
const GAP: f32 = 28.0;
/// The width below which the caches stand under the tree.
const NARROW: f32 = 640.0;
/// The most objects that are searched for those that have a class.
const MOST_OBJECTS: usize = 400;

/// A row of the tree.
struct Row<'a> {
    id: MapId,
    since: StepId,
    class: &'a HiddenClass,
    depth: usize,
    /// The row of the parent.
    parent: Option<usize>,
}

pub(super) fn shapes(moment: Moment<'_>, area: Area) -> Vec<Layer> {
    let step = moment.snapshot.step;
    let holders = holders(moment);
    let all: Vec<_> = moment.trace.hidden_classes().all_at(step).collect();
    let caches: Vec<_> = moment.trace.caches().all_at(step).collect();
    if all.is_empty() && caches.is_empty() {
        let words = "Nothing yet: hidden classes appear here as the program makes objects.";
        return vec![nothing("shapes", area, words)];
    }
    let (tree, beside) = split(area, caches.len());
    let rows = rows(&all, &holders, moment, measure::rows(tree.height - HEAD, ROW));
    let mut layers = draw_tree(moment, tree, &rows, &holders);
    layers.push(draw_caches(moment, beside, caches));
    layers
}

/// The area of the tree and that of the caches.
fn split(area: Area, caches: usize) -> (Area, Area) {
    if area.width < NARROW {
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        let below = (HEAD + caches.clamp(1, 9) as f32 * ROW).min(area.height * 0.45);
        let tree = Area { height: area.height - below - GAP, ..area };
        return (tree, Area { y: tree.bottom() + GAP, height: below, ..area });
    }
    let width = (area.width * 0.56).floor();
    (Area { width, ..area }, Area { x: area.x + width + GAP, width: area.width - width - GAP, ..area })
}

/// The objects that have a class now: the names of variables, and the number of further objects that those lead to.
fn holders(moment: Moment<'_>) -> BTreeMap<MapId, (Vec<&str>, usize)> {
    let trace = moment.trace;
    let mut holders: BTreeMap<MapId, (Vec<&str>, usize)> = BTreeMap::new();
    let mut met: BTreeSet<ObjectId> = BTreeSet::new();
    let mut waiting: VecDeque<ObjectId> = VecDeque::new();
    let frames = moment.snapshot.stack.iter().rev().filter(|frame| frame.kind == FrameKind::Program);
    for variable in frames.flat_map(|frame| &frame.variables) {
        let Some(object) = variable.value.and_then(|value| trace.value(value)).and_then(|value| value.object) else { continue };
        let Some((_, view)) = trace.objects().at(object, moment.snapshot.step) else { continue };
        if let Some(map) = view.map {
            let names = &mut holders.entry(map).or_default().0;
            let name = trace.text(variable.name);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if met.insert(object) {
            waiting.push_back(object);
        }
    }
    while let Some(object) = waiting.pop_front() {
        let Some((_, view)) = trace.objects().at(object, moment.snapshot.step) else { continue };
        for (_, slot) in &view.slots {
            if let Slot::Object(next) = slot
                && met.len() < MOST_OBJECTS
                && met.insert(*next)
            {
                waiting.push_back(*next);
                if let Some(map) = trace.objects().at(*next, moment.snapshot.step).and_then(|(_, view)| view.map) {
                    holders.entry(map).or_default().1 += 1;
                }
            }
        }
    }
    holders
}

/// The rows of the trees, each tree from its root down. Where there is no room for all, those come first that hold a class in use, or that have just grown.
fn rows<'a>(all: &[(u32, StepId, &'a HiddenClass)], holders: &BTreeMap<MapId, (Vec<&str>, usize)>, moment: Moment<'_>, room: usize) -> Vec<Row<'a>> {
    let mut children: BTreeMap<Option<MapId>, Vec<(MapId, StepId, &HiddenClass)>> = BTreeMap::new();
    for (id, since, class) in all {
        children.entry(class.parent.map(|(parent, _)| parent)).or_default().push((MapId(*id), *since, *class));
    }
    let mut trees: Vec<(bool, Vec<Row<'_>>)> = Vec::new();
    for root in children.get(&None).into_iter().flatten() {
        let (mut tree, mut wanted): (Vec<Row<'_>>, bool) = (Vec::new(), false);
        let mut waiting = vec![(*root, 0, None)];
        while let Some(((id, since, class), depth, parent)) = waiting.pop() {
            wanted |= holders.contains_key(&id) || moment.is_now(since);
            let place = tree.len();
            tree.push(Row { id, since, class, depth, parent });
            waiting.extend(children.get(&Some(id)).into_iter().flatten().rev().map(|child| (*child, depth + 1, Some(place))));
        }
        trees.push((wanted, tree));
    }
    // What is wanted comes in any case, the rest as far as there is room beside it.
    let mut left = room.saturating_sub(trees.iter().filter(|(wanted, _)| *wanted).map(|(_, tree)| tree.len()).sum());
    let nothing_wanted = !trees.iter().any(|(wanted, _)| *wanted);
    let mut shown: Vec<Row<'_>> = Vec::new();
    for (wanted, tree) in trees {
        let fits = tree.len() <= left || nothing_wanted;
        if !wanted && fits {
            left = left.saturating_sub(tree.len());
        }
        if wanted || fits {
            let base = shown.len();
            shown.extend(tree.into_iter().map(|row| Row { parent: row.parent.map(|parent| parent + base), ..row }));
        }
    }
    shown
}

fn draw_tree(moment: Moment<'_>, area: Area, rows: &[Row<'_>], holders: &BTreeMap<MapId, (Vec<&str>, usize)>) -> Vec<Layer> {
    let mut items = vec![Item::new("shapes-head", area.x, area.y).text((0.0, 14.0), "HIDDEN CLASSES", Face::Heading).text_at(
        (area.width, 14.0),
        "Model of V8’s maps",
        Face::Faint,
        Anchor::End,
    )];
    let room = measure::rows(area.height - HEAD, ROW);
    let cut = if rows.len() > room { room.saturating_sub(1) } else { rows.len() };
    let (mut described, mut lines) = (Vec::new(), Vec::new());
    #[expect(clippy::cast_precision_loss, reason = "a few dozen rows")]
    let y = |place: usize| area.y + HEAD + place as f32 * ROW;
    for (place, row) in rows.iter().take(cut).enumerate() {
        let holder = holders.get(&row.id).map(|(names, more)| held_by(names, *more)).unwrap_or_default();
        items.push(tree_row(moment, (area, y(place)), row, &holder));
        if let Some(parent) = row.parent {
            let x = area.x + left_of(area, row) - INDENT + 15.0;
            let path = format!("M{x:.1} {:.1}V{:.1}H{:.1}", y(parent) + 23.5, y(place) + 13.0, x + INDENT - 16.0);
            lines.push(Item::new(format!("branch-{}", row.id.0), 0.0, 0.0).path(path, Paint::Pencil));
        }
        described.push(summary_of(moment, row, &holder));
    }
    if cut < rows.len() {
        let words = format!("{} more do not fit here", rows.len() - cut);
        items.push(Item::new("shapes-more", area.x, y(cut)).text((0.0, 17.0), words, Face::Faint));
    }
    let branches = Layer { id: "branches", summary: String::new(), motion: Motion::Fixed, items: lines };
    vec![branches, Layer { id: "shapes", summary: described.join(" "), motion: Motion::Fixed, items }]
}

fn left_of(area: Area, row: &Row<'_>) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a few levels")]
    {
        (row.depth as f32 * INDENT).min(area.width * 0.4)
    }
}

fn tree_row(moment: Moment<'_>, (area, y): (Area, f32), row: &Row<'_>, holder: &str) -> Item {
    let left = left_of(area, row);
    let fresh = moment.is_now(row.since);
    let mut item = Item::new(format!("shape-{}", row.id.0), area.x, y).role(moment.role).fresh(fresh);
    if fresh {
        item = item.rect((-6.0, 0.0), (area.width + 12.0, ROW), 5.0, Paint::Tint);
    }
    let number = format!("#{}", row.id.0);
    let chip = measure::width(&number, Face::ChipText) + 12.0;
    let paint = if holder.is_empty() { Paint::ChipOwn } else { Paint::Chip };
    let face = if holder.is_empty() { Face::ChipTextOwn } else { Face::ChipText };
    item = item.rect((left, 3.0), (chip, 20.0), 6.0, paint).text((left + 6.0, 17.0), number, face);
    let from = left + chip + 8.0;
    let holds = if holder.is_empty() { String::new() } else { fit(&format!("← {holder}"), Face::Role, area.width * 0.45) };
    let right = if holds.is_empty() { 0.0 } else { measure::width(&holds, Face::Role) + 16.0 };
    let words = fit(&words(moment, row), if holder.is_empty() { Face::CodeDim } else { Face::Code }, area.width - from - right);
    let behind = from + measure::width(&words, Face::Code) + 16.0;
    item = item.text((from, 17.0), words, if holder.is_empty() { Face::CodeDim } else { Face::Code });
    if holds.is_empty() { item } else { item.text((behind, 17.0), holds, Face::Role) }
}

/// The words for the change that led to a class, or for the objects that begin with it.
fn words(moment: Moment<'_>, row: &Row<'_>) -> String {
    let trace = moment.trace;
    let class = row.class;
    let mut words = match class.parent {
        Some((_, led)) => short_kind(trace.text(led)).to_owned(),
        None if trace.text(class.class) == "Array" => format!("Array {}", short_kind(trace.text(class.elements))),
        None if class.properties.is_empty() => trace.text(class.class).to_owned(),
        None => {
            let properties: Vec<&str> = class.properties.iter().map(|name| trace.text(*name)).collect();
            format!("{} {{ {} }}", trace.text(class.class), properties.join(", "))
        }
    };
    if class.dictionary {
        words.push_str(" · dictionary");
    }
    if class.deprecated {
        words.push_str(" · deprecated");
    }
    words
}

/// A kind of elements without its ending, as `PACKED_SMI`; any other text (`+ x`) stays as it is.
pub(super) fn short_kind(kind: &str) -> &str {
    kind.strip_suffix("_ELEMENTS").filter(|kind| !kind.contains(' ')).unwrap_or(kind)
}

fn held_by(names: &[&str], more: usize) -> String {
    let objects = if more == 1 { "1 object".to_owned() } else { format!("{more} objects") };
    match (names.is_empty(), more) {
        (false, 0) => names.join(", "),
        (false, _) => format!("{}, {objects}", names.join(", ")),
        (true, _) => objects,
    }
}

fn summary_of(moment: Moment<'_>, row: &Row<'_>, holder: &str) -> String {
    let has = if holder.is_empty() { String::new() } else { format!(", of {holder}") };
    format!("#{} {}{has}.", row.id.0, words(moment, row))
}

fn draw_caches(moment: Moment<'_>, area: Area, mut caches: Vec<(u32, StepId, &InlineCache)>) -> Layer {
    let mut items = vec![Item::new("caches-head", area.x, area.y).text((0.0, 14.0), "INLINE CACHES", Face::Heading)];
    if caches.is_empty() {
        let words = "None yet: a function gets them when it has run eight times.";
        items.push(Item::new("caches-none", area.x, area.y + HEAD).text((0.0, 17.0), fit(words, Face::Faint, area.width), Face::Faint));
    }
    caches.sort_by_key(|(_, _, cache)| (cache.script, cache.offset));
    let room = measure::rows(area.height - HEAD, ROW);
    let cut = if caches.len() > room { room.saturating_sub(1) } else { caches.len() };
    // Where there is no room for all, those stay that have just changed, then those that changed last.
    if cut < caches.len() {
        let mut newest: Vec<StepId> = caches.iter().map(|(_, since, _)| *since).collect();
        newest.sort_unstable_by(|a, b| b.cmp(a));
        let least = newest.get(cut.saturating_sub(1)).copied().unwrap_or_default();
        caches.retain(|(_, since, _)| *since >= least);
    }
    let mut described = Vec::new();
    let mut y = area.y + HEAD;
    for (id, since, cache) in caches.into_iter().take(cut) {
        let (place, state) = (place_of(moment, cache), state_of(cache));
        let fresh = moment.is_now(since);
        let width = measure::width(&state, Face::Dim).min(area.width * 0.55);
        let mut item = Item::new(format!("cache-{id}"), area.x, y).role(moment.role).fresh(fresh);
        if fresh {
            item = item.rect((-6.0, 1.0), (area.width + 12.0, ROW - 2.0), 5.0, Paint::Tint);
        }
        item = item.text((0.0, 17.0), fit(&place, Face::Code, area.width - width - 10.0), Face::Code);
        items.push(item.text_at((area.width, 17.0), fit(&state, Face::Dim, area.width * 0.55), Face::Dim, Anchor::End));
        described.push(format!("{place}: {state}."));
        y += ROW;
    }
    Layer { id: "caches", summary: described.join(" "), motion: Motion::Fixed, items }
}

/// A place of the program as `L5 p.x` or `L7 p.x =`.
fn place_of(moment: Moment<'_>, cache: &InlineCache) -> String {
    let source = moment.trace.script(cache.script).map_or("", |script| &script.source);
    let at = cache.offset as usize;
    let line = moment.trace.lines(cache.script).map_or(1, |lines| lines.position(ByteOffset(cache.offset)).line);
    let store = if cache.kind == CacheKind::Store { " =" } else { "" };
    format!("L{line} {}{store}", snippet(source, at))
}

/// The member expression around a place: V8 names an access by the place where the property's name begins.
fn snippet(source: &str, at: usize) -> String {
    const BEFORE: usize = 18;
    let is_part = |character: char| character.is_alphanumeric() || matches!(character, '_' | '$' | '.' | '#' | ']' | '[' | '\'');
    let before: Vec<char> = source.get(..at).unwrap_or_default().chars().rev().take(BEFORE).take_while(|character| is_part(*character)).collect();
    let behind = source.get(at..).unwrap_or_default();
    let leading: String = behind.chars().take_while(|character| matches!(character, '.' | '[')).collect();
    let name: String =
        behind[leading.len()..].chars().take_while(|character| character.is_alphanumeric() || matches!(character, '_' | '$' | '#')).collect();
    let close = if leading.ends_with('[') || before.first() == Some(&'[') { "]" } else { "" };
    let before: String = before.into_iter().rev().collect();
    format!("{before}{leading}{name}{close}")
}

fn state_of(cache: &InlineCache) -> String {
    let maps: Vec<String> = cache.maps.iter().map(|map| format!("#{}", map.0)).collect();
    match cache.state {
        CacheState::Monomorphic => format!("monomorphic {}", maps.join(" ")),
        CacheState::Polymorphic => format!("polymorphic {}", maps.join(" ")),
        CacheState::Megamorphic => "megamorphic".to_owned(),
    }
}
