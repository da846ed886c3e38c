//! The kernel's sockets: a box that has its place but nothing to show yet.

use super::plan::Area;
use super::{Face, Item, Layer, Motion, Paint};

/// A box with its heading.
pub(super) fn card(id: &'static str, area: Area, heading: impl Into<std::rc::Rc<str>>) -> Item {
    Item::new(id, area.x, area.y).rect((0.0, 0.0), (area.width, area.height), 12.0, Paint::Panel).text((14.0, 24.0), heading, Face::Heading)
}

pub(super) fn kernel(area: Area) -> Layer {
    let item = card("kernel", area, "KERNEL · EPOLL").text((14.0, 50.0), "no sockets watched", Face::Faint);
    Layer { id: "kernel", summary: "Kernel: no sockets watched.".to_owned(), motion: Motion::Fixed, items: vec![item] }
}
