//! What a picture is made of. Colours are classes: the stylesheet knows the tokens.

use std::rc::Rc;

use crate::player::Role;
use crate::trace::StepId;

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
    /// A station at rest, with something waiting or always of note, and where the loop stands.
    Station,
    StationLit,
    StationOn,
    Hub,
    HubOn,
    /// A thin connection between two boxes, and one in use.
    Link,
    LinkOn,
    Train,
}

/// How text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// A box's heading: small capitals.
    Heading,
    /// A box's part.
    Label,
    Body,
    Faint,
    /// Small mono on a chip or in a row.
    Code,
    CodeSmall,
    CodeDim,
    /// In the role's colour.
    Role,
    RoleSmall,
    /// A station's sign.
    Sign,
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
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        part: f32,
        paint: Paint,
    },
    Text {
        x: f32,
        y: f32,
        text: Rc<str>,
        face: Face,
        anchor: Anchor,
    },
}

/// A thing with an identity. It moves when its place differs between two scenes.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Unique in its layer, the same in every scene: `task-12`.
    pub id: Rc<str>,
    pub x: f32,
    pub y: f32,
    /// Degrees, clockwise.
    pub turn: f32,
    pub role: Option<Role>,
    /// Of the running step: the eye should find it.
    pub fresh: bool,
    pub shapes: Vec<Shape>,
    /// What a click leads to: where it was scheduled.
    pub target: Option<StepId>,
    /// For a click's name and a tooltip: `then callback, line 17`.
    pub title: Option<Rc<str>>,
}

/// A box of the stage, drawn anew only if it differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    pub id: &'static str,
    /// What the box shows, for who cannot see it.
    pub summary: String,
    /// In a fixed order of ids, so that drawing never has to move a node.
    pub items: Vec<Item>,
}

/// A picture of the machine at one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub width: f32,
    pub height: f32,
    pub layers: Vec<Rc<Layer>>,
}
