//! The ES modules of the program: how far each has come, and in which order their code ran.

use player::{Role, module_name, module_status};
use trace::{Event, ModuleId, ModuleStatus, ModuleView};

use super::measure::{self, fit};
use super::plan::Area;
use super::view::Moment;
use super::{Anchor, Face, Item, Layer, Motion, Paint};

const PITCH: f32 = 22.0;
const HEADING: f32 = 20.0;
/// The variables above keep this much.
const VARIABLES: f32 = 72.0;
/// Between the two where they stand side by side.
const GAP: f32 = 20.0;
/// No column is narrower.
const NARROW: f32 = 130.0;

/// Room for the modules at the bottom of `area`, if the run has any, and what is left above them; beside it where the area is low.
pub(super) fn split(moment: Moment<'_>, area: Area) -> (Area, Option<Area>) {
    let count = moment.trace.modules().len();
    let room = area.height - VARIABLES - HEADING;
    if count == 0 {
        return (area, None);
    }
    if room < PITCH {
        let width = (area.width - GAP) / 2.0;
        let right = Area { x: area.x + width + GAP, width, ..area };
        return if width < NARROW { (area, None) } else { (Area { width, ..area }, Some(right)) };
    }
    let rows = u16::try_from(measure::rows(room, PITCH).min(count)).unwrap_or(u16::MAX);
    let height = HEADING + f32::from(rows) * PITCH;
    let top = area.bottom() - height;
    (Area { height: area.height - height - 10.0, ..area }, Some(Area { y: top, height, ..area }))
}

/// The modules as rows, in the order in which they were parsed; who does not fit is counted.
pub(super) fn modules(moment: Moment<'_>, area: Area) -> Layer {
    let found = &moment.snapshot.modules;
    let mut items = vec![Item::new("modules", area.x, area.y).text((0.0, 12.0), "ES modules", Face::Label)];
    let rows = measure::rows(area.height + 0.5 - HEADING, PITCH);
    let shown = if found.len() > rows { rows.saturating_sub(1) } else { found.len() };
    let mut y = area.y + HEADING;
    // The newest are what the run is about when not all fit.
    let first = found.len() - shown;
    for (place, view) in found.iter().enumerate().skip(first) {
        let Ok(id) = u16::try_from(place) else { break };
        items.push(row(moment, ModuleId(id), *view, (area.x, y), area.width));
        y += PITCH;
    }
    if first > 0 {
        items.push(Item::new("modules-rest", area.x, y).text((0.0, 14.0), format!("+{first} more"), Face::Faint));
    }
    if found.is_empty() {
        items.push(Item::new("modules-none", area.x, y).text((0.0, 14.0), "none parsed yet", Face::Faint));
    }
    let told = (0..found.len()).take(8).filter_map(|place| {
        let id = ModuleId(u16::try_from(place).ok()?);
        Some(format!("{} {}", module_name(moment.trace, id), module_status(moment.snapshot, id)))
    });
    let told: Vec<String> = told.collect();
    let summary = if told.is_empty() { String::new() } else { format!("ES modules: {}.", told.join("; ")) };
    Layer { id: "modules", summary, motion: Motion::Fixed, items }
}

fn row(moment: Moment<'_>, id: ModuleId, view: ModuleView, (x, y): (f32, f32), width: f32) -> Item {
    let now = moment.trace.step(moment.snapshot.step).is_some_and(|step| match step.event {
        Event::ModuleFound { module, .. } | Event::ModuleChanged { module, .. } => module == id,
        _ => false,
    });
    let role = if view.status == ModuleStatus::Errored { Role::Fault } else { Role::Module };
    let status = module_status(moment.snapshot, id);
    let lit = matches!(view.status, ModuleStatus::Evaluating | ModuleStatus::EvaluatingAsync | ModuleStatus::Errored);
    let face = if lit { Face::Role } else { Face::Dim };
    let item = Item::new(format!("module-{}", id.0), x, y).role(role).fresh(now);
    let item = if now { item.rect((-6.0, 0.0), (width + 12.0, PITCH - 2.0), 5.0, Paint::Tint) } else { item };
    // Which of them ran first is what a reader asks.
    let order = if view.order == 0 { "·".to_owned() } else { view.order.to_string() };
    let room = width - 26.0 - measure::width(status, face);
    item.text_at((4.0, 14.0), order, Face::Dim, Anchor::Middle)
        .text((16.0, 14.0), fit(module_name(moment.trace, id), Face::Code, room), Face::Code)
        .text_at((width, 14.0), status, face, Anchor::End)
}
