//! The variables of the program frame that runs.

use player::frame_name;
use trace::{Frame, FrameKind, Variable};

use super::measure::{self, fit};
use super::plan::Area;
use super::view::Moment;
use super::{Anchor, Face, Item, Layer, Motion, Paint};

const PITCH: f32 = 23.0;
/// What says that a variable's bytes can be seen.
const HEX: f32 = 40.0;

pub(super) fn variables(moment: Moment<'_>, area: Area) -> Layer {
    let stack = &moment.snapshot.stack;
    let place = stack.iter().rposition(|frame| frame.kind == FrameKind::Program);
    let mut items = vec![Item::new("variables", area.x, area.y).text((0.0, 12.0), "Variables", Face::Label)];
    let Some((place, frame)) = place.and_then(|place| Some((place, stack.get(place)?))) else {
        items.push(Item::new("variables-none", area.x, area.y).text((0.0, 36.0), "no function is running", Face::Faint));
        return Layer { id: "variables", summary: "No function is running.".to_owned(), motion: Motion::Fixed, items };
    };
    let of = frame_name(moment.trace, stack, place);
    let room = area.width - 76.0;
    items.push(Item::new("variables-of", area.x, area.y).text_at((area.width, 12.0), fit(&of, Face::Dim, room), Face::Dim, Anchor::End));
    if frame.variables.is_empty() {
        items.push(Item::new("variables-none", area.x, area.y).text((0.0, 36.0), "none visible here", Face::Faint));
    }
    let rows = measure::rows(area.height - 20.0, PITCH);
    let shown = if frame.variables.len() > rows { rows.saturating_sub(1) } else { frame.variables.len() };
    let mut y = area.y + 20.0;
    for variable in &frame.variables[..shown] {
        items.push(row(moment, frame, variable, (area.x, y), area.width));
        y += PITCH;
    }
    if frame.variables.len() > shown {
        let text = format!("+{} more", frame.variables.len() - shown);
        items.push(Item::new("variables-rest", area.x, y).text((0.0, 15.0), text, Face::Faint));
    }
    let told: Vec<String> = frame
        .variables
        .iter()
        .take(6)
        .map(|variable| format!("{} = {}", moment.trace.text(variable.name), shown_value(moment, variable).0))
        .collect();
    let summary = if told.is_empty() { "No variables are visible.".to_owned() } else { format!("Variables: {}.", told.join("; ")) };
    Layer { id: "variables", summary, motion: Motion::Fixed, items }
}

fn row(moment: Moment<'_>, frame: &Frame, variable: &Variable, (x, y): (f32, f32), width: f32) -> Item {
    let name = fit(moment.trace.text(variable.name), Face::CodeDim, width * 0.42);
    let from = (measure::width(&name, Face::CodeDim) + 16.0).max(64.0);
    let (value, face) = shown_value(moment, variable);
    let memory = variable.value.filter(|value| moment.trace.value(*value).is_some_and(|value| value.memory.is_some()));
    let room = if memory.is_some() { width - from - HEX } else { width - from };
    let changed = moment.is_now(variable.changed);
    let item = Item::new(format!("variable-{}-{}", frame.since.0, variable.name.0), x, y).role(moment.role).fresh(changed);
    // All of the row takes a click.
    let item = if memory.is_some() { item.rect((-6.0, 0.0), (width + 12.0, PITCH - 2.0), 5.0, Paint::Unseen) } else { item };
    let item = if changed { item.rect((-6.0, 0.0), (width + 12.0, PITCH - 2.0), 5.0, Paint::Tint) } else { item };
    let item = item.text((0.0, 15.0), name, Face::CodeDim).text((from, 15.0), fit(&value, face, room), face);
    let Some(value) = memory else { return item };
    let item = item.rect((width - HEX + 6.0, 1.0), (HEX - 6.0, PITCH - 5.0), 5.0, Paint::Raised);
    let item = item.text_at((width - HEX / 2.0 + 3.0, 14.0), "hex", Face::Faint, Anchor::Middle);
    item.shows_memory(value, format!("The bytes of {}", moment.trace.text(variable.name)))
}

fn shown_value(moment: Moment<'_>, variable: &Variable) -> (String, Face) {
    match variable.value {
        None => ("not initialised yet".to_owned(), Face::Faint),
        Some(value) => (moment.trace.value(value).map_or_else(String::new, |value| value.text.to_string()), Face::Code),
    }
}
