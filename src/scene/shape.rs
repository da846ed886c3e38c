//! What a picture is made of. Colours are classes: the stylesheet knows the tokens.

use std::rc::Rc;

use player::Role;
use trace::{StepId, ValueId};

/// How a shape is painted: each is a class in `styles/stage.css`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// A box of the stage.
    Panel,
    /// A frame or a worker at rest.
    Raised,
    /// A well that things lie in.
    Well,
    /// A well in the role's outline.
    WellOn,
    /// A place where something could be.
    Vacant,
    /// In the role's outline and a tint of it.
    Chip,
    /// Node's own: subdued.
    ChipOwn,
    /// The role's colour, full.
    Solid,
    /// A tint of the role's colour.
    Tint,
    /// The frame that runs: the role's outline on a raised ground.
    Current,
    /// The ring's rim and its bed.
    RailEdge,
    RailBed,
    /// The ramp's rim and its bed: narrower than the ring's.
    RampEdge,
    RampBed,
    /// A station at rest, in its role's outline, and where the loop stands.
    Station,
    StationLit,
    StationOn,
    Hub,
    HubOn,
    /// A thin connection between two boxes, and one in use.
    Link,
    LinkOn,
    /// What data runs through, and data that does.
    Pipe,
    PipeOn,
    /// A highWaterMark.
    Mark,
    /// Nothing but a place to point at.
    Unseen,
    /// The role's colour under a word that stands out.
    ChipFull,
    /// A chart's ground, its base line, and the moment that is shown.
    Area,
    Pencil,
    Cursor,
    /// A collection in a chart.
    Tick,
    /// An object in the heap; one that has survived; what is Node's own.
    Block,
    BlockKept,
    BlockOwn,
}

impl Paint {
    /// The shape's class.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Panel => "panel",
            Self::Raised => "raised",
            Self::Well => "well",
            Self::WellOn => "well-on",
            Self::Vacant => "vacant",
            Self::Chip => "chip",
            Self::ChipOwn => "chip-own",
            Self::Solid => "solid",
            Self::Tint => "tint",
            Self::Current => "current",
            Self::RailEdge => "rail-edge",
            Self::RailBed => "rail-bed",
            Self::RampEdge => "ramp-edge",
            Self::RampBed => "ramp-bed",
            Self::Station => "station",
            Self::StationLit => "station-lit",
            Self::StationOn => "station-on",
            Self::Hub => "hub",
            Self::HubOn => "hub-on",
            Self::Link => "link",
            Self::LinkOn => "link-on",
            Self::Pipe => "pipe",
            Self::PipeOn => "pipe-on",
            Self::Mark => "mark",
            Self::Unseen => "clear",
            Self::ChipFull => "chip-full",
            Self::Area => "area",
            Self::Pencil => "pencil",
            Self::Cursor => "cursor",
            Self::Tick => "tick",
            Self::Block => "block",
            Self::BlockKept => "block-kept",
            Self::BlockOwn => "block-own",
        }
    }
}

/// How text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// A box's heading: small capitals.
    Heading,
    /// A box's part.
    Label,
    Dim,
    Faint,
    /// Mono: a frame's name, a row's value, a chip's label.
    Code,
    CodeDim,
    ChipText,
    ChipTextOwn,
    /// In the role's colour.
    Role,
    /// On a coloured ground.
    Ink,
}

impl Face {
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Heading => "t-heading",
            Self::Label => "t-label",
            Self::Dim => "t-dim",
            Self::Faint => "t-faint",
            Self::Code => "t-code",
            Self::CodeDim => "t-code-dim",
            Self::ChipText => "t-chip",
            Self::ChipTextOwn => "t-chip-own",
            Self::Role => "t-role",
            Self::Ink => "t-ink",
        }
    }

    /// A character's mean width in CSS pixels, from the sizes in `styles/stage.css`.
    #[must_use]
    pub fn advance(self) -> f32 {
        match self {
            Self::Heading => 8.4,
            Self::Label | Self::Role | Self::Ink => 6.6,
            Self::Dim | Self::Faint => 5.9,
            Self::Code | Self::CodeDim => 7.25,
            Self::ChipText | Self::ChipTextOwn => 6.65,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

/// A primitive, in its item's coordinates.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Rect {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        radius: f32,
        paint: Paint,
    },
    Circle {
        x: f32,
        y: f32,
        radius: f32,
        paint: Paint,
    },
    /// SVG path data.
    Path {
        data: Rc<str>,
        paint: Paint,
    },
    /// A bar that is full to `part` (0 to 1): drawn by scaling, so that it can move.
    Fill {
        width: f32,
        height: f32,
        part: f32,
    },
    /// What a vessel holds: full from below to `part` (0 to 1).
    Level {
        width: f32,
        height: f32,
        part: f32,
    },
    /// A role's sign, the same as in the gutter and the console, about a middle.
    Icon {
        x: f32,
        y: f32,
        size: f32,
        role: Role,
    },
    Text {
        x: f32,
        y: f32,
        text: Rc<str>,
        face: Face,
        anchor: Anchor,
    },
}

/// What a click leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Where it was scheduled.
    Step(StepId),
    /// The bytes of a value.
    Memory(ValueId),
}

/// A thing with an identity. It moves when its place differs between two scenes.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Unique in its layer, the same in every scene: `task-12`.
    pub id: Rc<str>,
    pub x: f32,
    pub y: f32,
    pub role: Option<Role>,
    /// Of the running step: the eye should find it.
    pub fresh: bool,
    pub shapes: Vec<Shape>,
    /// What a click leads to.
    pub target: Option<Target>,
    /// A click's name and a tooltip: `then callback, line 17`.
    pub title: Option<Rc<str>>,
}

impl Item {
    #[must_use]
    pub fn new(id: impl Into<Rc<str>>, x: f32, y: f32) -> Self {
        Self { id: id.into(), x, y, role: None, fresh: false, shapes: Vec::new(), target: None, title: None }
    }

    #[must_use]
    pub fn role(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }

    #[must_use]
    pub fn fresh(mut self, fresh: bool) -> Self {
        self.fresh = fresh;
        self
    }

    /// A tooltip.
    #[must_use]
    pub fn titled(mut self, title: impl Into<Rc<str>>) -> Self {
        self.title = Some(title.into());
        self
    }

    #[must_use]
    pub fn leads_to(mut self, target: StepId, title: impl Into<Rc<str>>) -> Self {
        self.target = Some(Target::Step(target));
        self.title = Some(title.into());
        self
    }

    /// A click shows the value's memory.
    #[must_use]
    pub fn shows_memory(mut self, value: ValueId, title: impl Into<Rc<str>>) -> Self {
        self.target = Some(Target::Memory(value));
        self.title = Some(title.into());
        self
    }

    #[must_use]
    pub fn rect(mut self, (x, y): (f32, f32), (width, height): (f32, f32), radius: f32, paint: Paint) -> Self {
        self.shapes.push(Shape::Rect { x, y, width, height, radius, paint });
        self
    }

    #[must_use]
    pub fn fill(mut self, (width, height): (f32, f32), part: f32) -> Self {
        self.shapes.push(Shape::Fill { width, height, part });
        self
    }

    #[must_use]
    pub fn level(mut self, (width, height): (f32, f32), part: f32) -> Self {
        self.shapes.push(Shape::Level { width, height, part });
        self
    }

    #[must_use]
    pub fn circle(mut self, (x, y): (f32, f32), radius: f32, paint: Paint) -> Self {
        self.shapes.push(Shape::Circle { x, y, radius, paint });
        self
    }

    #[must_use]
    pub fn path(mut self, data: impl Into<Rc<str>>, paint: Paint) -> Self {
        self.shapes.push(Shape::Path { data: data.into(), paint });
        self
    }

    #[must_use]
    pub fn icon(mut self, role: Role, size: f32) -> Self {
        self.shapes.push(Shape::Icon { x: 0.0, y: 0.0, size, role });
        self
    }

    #[must_use]
    pub fn text(self, (x, y): (f32, f32), text: impl Into<Rc<str>>, face: Face) -> Self {
        self.text_at((x, y), text, face, Anchor::Start)
    }

    #[must_use]
    pub fn text_at(mut self, (x, y): (f32, f32), text: impl Into<Rc<str>>, face: Face, anchor: Anchor) -> Self {
        self.shapes.push(Shape::Text { x, y, text: text.into(), face, anchor });
        self
    }
}

/// Whether a layer's items travel from place to place. What stays is cheaper to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    Fixed,
    Travels,
}

/// A box of the stage, drawn anew only if it differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    pub id: &'static str,
    /// What the box shows, for who cannot see it; empty for what the other layers say already.
    pub summary: String,
    pub motion: Motion,
    /// In a fixed order of ids, so that drawing never has to move a node.
    pub items: Vec<Item>,
}

/// A picture of the machine at one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub width: f32,
    pub height: f32,
    pub layers: Vec<Rc<Layer>>,
    /// Where the loop's train stands on its track; `None` where the view has no loop.
    pub train: Option<(super::Track, super::Circle)>,
}
