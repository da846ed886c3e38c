//! The parts of a picture. Colours are classes: the stylesheet knows the tokens.

use std::rc::Rc;

use player::Role;
use trace::{StepId, ValueId};

/// The paint of a shape: each variant is a class in `styles/stage.css`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// A box of the stage.
    Panel,
    /// A frame or a worker at rest.
    Raised,
    /// A well that holds frames, blocks or data.
    Well,
    /// A well in the role's outline.
    WellOn,
    /// An empty place for a frame or a job.
    Vacant,
    /// A task, in the role's outline and a tint of the role's colour.
    Chip,
    /// A task of Node's own, subdued.
    ChipOwn,
    /// The role's colour, full.
    Solid,
    /// A tint of the role's colour.
    Tint,
    /// The frame that runs: the role's outline on a raised ground.
    Current,
    /// The ring's rim.
    RailEdge,
    /// The ring's bed.
    RailBed,
    /// The ramp's rim, narrower than the ring's.
    RampEdge,
    /// The ramp's bed.
    RampBed,
    /// A station at rest.
    Station,
    /// A station where tasks wait, in its role's outline.
    StationLit,
    /// The station where the loop stands.
    StationOn,
    /// The hub at rest.
    Hub,
    /// The hub while its queues are drained.
    HubOn,
    /// A thin connection between two boxes.
    Link,
    /// A connection in use.
    LinkOn,
    /// A pipe between two streams.
    Pipe,
    /// Data in a pipe.
    PipeOn,
    /// A highWaterMark.
    Mark,
    /// Nothing to see: a place to point at.
    Unseen,
    /// The role's colour under a word that stands out.
    ChipFull,
    /// The area of a chart.
    Area,
    /// The base line of a chart.
    Pencil,
    /// The moment of a chart that is shown.
    Cursor,
    /// A collection in a chart.
    Tick,
    /// An object in the heap.
    Block,
    /// An object that has survived a scavenge.
    BlockKept,
    /// Node's own objects in the heap.
    BlockOwn,
}

impl Paint {
    /// The name of the class.
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

/// The type of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// A box's heading: small capitals.
    Heading,
    /// The name of a part of a box.
    Label,
    /// Words beside the main ones, subdued.
    Dim,
    /// Words about something that is absent.
    Faint,
    /// Code, in the monospaced face: a frame's name, a row's value.
    Code,
    /// Code, subdued.
    CodeDim,
    /// A chip's label.
    ChipText,
    /// The label of a chip of Node's own.
    ChipTextOwn,
    /// Words in the role's colour.
    Role,
    /// Words on a coloured ground.
    Ink,
}

impl Face {
    /// The name of the class.
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

    /// The mean width of a character in CSS pixels, from the sizes in `styles/stage.css`.
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

/// The point of a text that stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Anchor {
    /// The text's beginning.
    #[default]
    Start,
    /// The text's middle.
    Middle,
    /// The text's end.
    End,
}

/// A primitive of a picture. Lengths are CSS pixels from its item's place.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the SVG element")]
pub enum Shape {
    /// A rectangle, by its upper left corner.
    Rect { x: f32, y: f32, width: f32, height: f32, radius: f32, paint: Paint },
    /// A circle, by its middle.
    Circle { x: f32, y: f32, radius: f32, paint: Paint },
    /// A path, by SVG path data.
    Path { data: Rc<str>, paint: Paint },
    /// A bar that is full to `part` (0 to 1). It is drawn by scaling, so that it can move.
    Fill { width: f32, height: f32, part: f32 },
    /// The level of a vessel, which is full from below to `part` (0 to 1).
    Level { width: f32, height: f32, part: f32 },
    /// A role's sign about its middle, the same sign as in the gutter and the console.
    Icon { x: f32, y: f32, size: f32, role: Role },
    /// A line of text.
    Text { x: f32, y: f32, text: Rc<str>, face: Face, anchor: Anchor },
}

/// The place that a click leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A step of the run: the one that scheduled a task, for instance.
    Step(StepId),
    /// The bytes of a value.
    Memory(ValueId),
}

/// A part of a picture with an identity. It moves when its place differs between two scenes.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// A name that is unique in the layer, and the same in every scene: `task-12`.
    pub id: Rc<str>,
    /// The place from the left, in CSS pixels.
    pub x: f32,
    /// The place from the top, in CSS pixels.
    pub y: f32,
    /// The role that gives the colour.
    pub role: Option<Role>,
    /// The running step is about this item, so that the eye should find it.
    pub fresh: bool,
    /// The primitives, from the ground up.
    pub shapes: Vec<Shape>,
    /// The place that a click leads to.
    pub target: Option<Target>,
    /// The tooltip, and the name of the click: `then callback, line 17`.
    pub title: Option<Rc<str>>,
}

impl Item {
    /// An item without any shape, at a place in CSS pixels.
    #[must_use]
    pub fn new(id: impl Into<Rc<str>>, x: f32, y: f32) -> Self {
        Self { id: id.into(), x, y, role: None, fresh: false, shapes: Vec::new(), target: None, title: None }
    }

    /// The item in the colour of a role.
    #[must_use]
    pub fn role(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }

    /// The item, marked if the running step is about it.
    #[must_use]
    pub fn fresh(mut self, fresh: bool) -> Self {
        self.fresh = fresh;
        self
    }

    /// The item with a tooltip.
    #[must_use]
    pub fn titled(mut self, title: impl Into<Rc<str>>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// The item with a click that leads to a step.
    #[must_use]
    pub fn leads_to(mut self, target: StepId, title: impl Into<Rc<str>>) -> Self {
        self.target = Some(Target::Step(target));
        self.title = Some(title.into());
        self
    }

    /// The item with a click that shows the value's memory.
    #[must_use]
    pub fn shows_memory(mut self, value: ValueId, title: impl Into<Rc<str>>) -> Self {
        self.target = Some(Target::Memory(value));
        self.title = Some(title.into());
        self
    }

    /// The item with a rectangle: its upper left corner, its size, the radius of its corners.
    #[must_use]
    pub fn rect(mut self, (x, y): (f32, f32), (width, height): (f32, f32), radius: f32, paint: Paint) -> Self {
        self.shapes.push(Shape::Rect { x, y, width, height, radius, paint });
        self
    }

    /// The item with a bar that is full to `part`.
    #[must_use]
    pub fn fill(mut self, (width, height): (f32, f32), part: f32) -> Self {
        self.shapes.push(Shape::Fill { width, height, part });
        self
    }

    /// The item with the level of a vessel.
    #[must_use]
    pub fn level(mut self, (width, height): (f32, f32), part: f32) -> Self {
        self.shapes.push(Shape::Level { width, height, part });
        self
    }

    /// The item with a circle about a middle.
    #[must_use]
    pub fn circle(mut self, (x, y): (f32, f32), radius: f32, paint: Paint) -> Self {
        self.shapes.push(Shape::Circle { x, y, radius, paint });
        self
    }

    /// The item with a path of SVG data.
    #[must_use]
    pub fn path(mut self, data: impl Into<Rc<str>>, paint: Paint) -> Self {
        self.shapes.push(Shape::Path { data: data.into(), paint });
        self
    }

    /// The item with a role's sign at its place.
    #[must_use]
    pub fn icon(mut self, role: Role, size: f32) -> Self {
        self.shapes.push(Shape::Icon { x: 0.0, y: 0.0, size, role });
        self
    }

    /// The item with a text that begins at a place.
    #[must_use]
    pub fn text(self, (x, y): (f32, f32), text: impl Into<Rc<str>>, face: Face) -> Self {
        self.text_at((x, y), text, face, Anchor::Start)
    }

    /// The item with a text that has its anchor at a place.
    #[must_use]
    pub fn text_at(mut self, (x, y): (f32, f32), text: impl Into<Rc<str>>, face: Face, anchor: Anchor) -> Self {
        self.shapes.push(Shape::Text { x, y, text: text.into(), face, anchor });
        self
    }
}

/// The movement of a layer's items. Items that stay are cheaper to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// The items appear at their places.
    Fixed,
    /// The items travel from place to place.
    Travels,
}

/// A box of the stage, drawn anew only if it differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// The box's name, unique in the scene.
    pub id: &'static str,
    /// The box in words, for readers who cannot see it; empty where other layers say it already.
    pub summary: String,
    /// The movement of the items.
    pub motion: Motion,
    /// The items in a fixed order of ids, so that drawing never has to move a node.
    pub items: Vec<Item>,
}

/// A picture of the machine at one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The width in CSS pixels.
    pub width: f32,
    /// The height in CSS pixels.
    pub height: f32,
    /// The boxes, from the ground up.
    pub layers: Vec<Rc<Layer>>,
    /// The place of the loop's train on the track, and the loop's circle; `None` where the view has no loop.
    pub train: Option<(super::Track, super::Circle)>,
}
