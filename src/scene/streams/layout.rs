//! Where each stream stands: in the order in which they are piped into each other, for the whole run the same.

use std::collections::BTreeMap;

use crate::Area;
use trace::{StreamId, Trace};

/// The least a vessel takes, with the pipe behind it.
const LEAST: f32 = 84.0;
const LEAST_PIPE: f32 = 34.0;
const MOST: f32 = 168.0;
const MOST_PIPE: f32 = 130.0;
/// Above a vessel: its name. Below: how it stands.
pub(super) const NAME: f32 = 18.0;
pub(super) const FOOT: f32 = 20.0;
const TALLEST: f32 = 112.0;
/// A row of a fan's, at least.
const SMALL: f32 = 28.0;
/// Under all of it: what it held over the whole run, where there is room for that.
pub(super) const STRIP: f32 = 18.0;
pub(super) const STRIP_FROM: f32 = 46.0;

/// The streams that are shown, each with the place of its vessel, and how many are not.
pub(super) struct Layout {
    pub vessels: BTreeMap<StreamId, Vessel>,
    pub hidden: usize,
}

#[derive(Clone, Copy)]
pub(super) struct Vessel {
    pub area: Area,
    /// There is no room around it: its name is inside, and the rest goes unsaid.
    pub small: bool,
    /// From its left edge to the next vessel.
    pub room: f32,
}

/// Streams that lead to each other, by columns from source to sink.
struct Group {
    columns: Vec<Vec<StreamId>>,
}

/// Places as many groups as fit into `area`, from the first on; where the running step is about one that does not fit, from that one on.
pub(super) fn layout(trace: &Trace, area: Area, touched: Option<StreamId>) -> Layout {
    let groups = groups(trace);
    let fits = ((area.width + LEAST_PIPE) / (LEAST + LEAST_PIPE)).max(1.0);
    let shown_from = |first: usize| {
        let mut columns = 0.0;
        groups[first..].iter().position(|group| {
            columns += count(group.columns.len());
            columns > fits && columns > count(group.columns.len())
        })
    };
    let wanted = touched.and_then(|stream| groups.iter().position(|group| group.columns.iter().flatten().any(|one| *one == stream)));
    let first = match (shown_from(0), wanted) {
        (Some(end), Some(wanted)) if wanted >= end => wanted,
        _ => 0,
    };
    let end = shown_from(first).map_or(groups.len(), |length| first + length);
    let shown: Vec<&Vec<StreamId>> = groups[first..end].iter().flat_map(|group| &group.columns).collect();
    let columns = count(shown.len());
    let pitch = ((area.width + LEAST_PIPE) / columns.max(1.0)).min(MOST + MOST_PIPE);
    let width = (pitch * 0.58).clamp(LEAST.min(pitch - 12.0), MOST);
    // What does not fill the box stands in its middle.
    let left = area.x + (area.width - pitch * (columns - 1.0).max(0.0) - width).max(0.0) / 2.0;
    let mut vessels = BTreeMap::new();
    let most_rows = (area.height / SMALL).max(1.0);
    for (column, streams) in shown.iter().enumerate() {
        let rows = count(streams.len()).min(most_rows.floor());
        let row = area.height / rows;
        let small = row < NAME + FOOT + STRIP_FROM;
        let (above, below) = if small { (3.0, 3.0) } else { (NAME, FOOT) };
        let room = row - above - below;
        let strip = if !small && room - STRIP - 4.0 >= STRIP_FROM { STRIP + 4.0 } else { 0.0 };
        let height = (room - strip).min(if small || strip > 0.0 { TALLEST } else { STRIP_FROM - 0.5 });
        for (place, stream) in streams.iter().enumerate().take_while(|(place, _)| count(*place) < rows) {
            let y = area.y + row * count(place) + above + (room - strip - height) / 2.0;
            vessels.insert(*stream, Vessel { area: Area { x: left + pitch * count(column), y, width, height }, small, room: pitch - 12.0 });
        }
    }
    let hidden = trace.streams().len() - vessels.len();
    Layout { vessels, hidden }
}

fn count(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}

/// Each stream's column is behind all that lead to it, at any time of the run.
fn groups(trace: &Trace) -> Vec<Group> {
    let streams = trace.streams();
    let mut leads = vec![0usize; streams.len()];
    // A ring of pipes has no first: so many rounds at the most.
    for _ in 0..streams.len().min(32) {
        let mut moved = false;
        for (from, stream) in streams.iter().enumerate() {
            for to in &stream.pipes {
                if let Some(lead) = leads.get(to.index()).copied()
                    && lead <= leads[from]
                    && leads[from] < 32
                {
                    leads[to.index()] = leads[from] + 1;
                    moved = true;
                }
            }
        }
        if !moved {
            break;
        }
    }
    let mut group_of: Vec<usize> = (0..streams.len()).collect();
    for (from, stream) in streams.iter().enumerate() {
        for to in stream.pipes.iter().filter(|to| to.index() < streams.len()) {
            let (old, new) = (group_of[to.index()].max(group_of[from]), group_of[to.index()].min(group_of[from]));
            group_of.iter_mut().filter(|group| **group == old).for_each(|group| *group = new);
        }
    }
    let mut groups: BTreeMap<usize, BTreeMap<usize, Vec<StreamId>>> = BTreeMap::new();
    for (place, group) in group_of.into_iter().enumerate() {
        let id = StreamId(u16::try_from(place).unwrap_or(u16::MAX));
        groups.entry(group).or_default().entry(leads[place]).or_default().push(id);
    }
    groups.into_values().map(|columns| Group { columns: columns.into_values().collect() }).collect()
}
