//! The views, and the way from a snapshot to the picture of one.

use std::rc::Rc;

use player::{Role, Side};
use trace::{Snapshot, StepId, Trace};

use super::plan::Plan;
use super::{Layer, Scene, Track, chips, heap, hub, links, modules, objects, pool, ring, shapes, side, stack, streams, timers, variables};

/// The picture that the stage shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub enum View {
    /// The whole machine.
    #[default]
    Whole,
    /// The variables and what they refer to.
    Objects,
    /// Hidden classes and inline caches.
    Shapes,
    /// V8's heap.
    Heap,
    /// The event loop alone, for a phone.
    Loop,
    /// The call stack and the variables alone, for a phone.
    V8,
    /// The thread pool and the timers alone, for a phone.
    Pool,
    /// The streams alone, for a phone.
    Streams,
}

/// The moment of a run that the drawers draw.
#[derive(Clone, Copy)]
pub(super) struct Moment<'a> {
    pub trace: &'a Trace,
    pub snapshot: &'a Snapshot,
    /// The role of the callback that runs, which gives its colour.
    pub role: Role,
    /// A run that is compared with this one: streams of both are drawn to one scale.
    pub beside: Option<&'a Trace>,
}

impl<'a> Moment<'a> {
    fn of(trace: &'a Trace, snapshot: &'a Snapshot) -> Self {
        Self { trace, snapshot, role: Role::running(trace, snapshot), beside: None }
    }

    /// Whether `step` is the step that is drawn.
    pub fn is_now(&self, step: StepId) -> bool {
        step == self.snapshot.step
    }
}

/// One of two runs that are compared.
#[derive(Clone, Copy)]
pub struct Run<'a> {
    /// The whole run.
    pub trace: &'a Trace,
    /// Its state at the step that is drawn.
    pub snapshot: &'a Snapshot,
    /// Its name beside the other's, as `Node 24`.
    pub name: &'a str,
}

/// The picture of `snapshot` in about `width` × `height` CSS pixels.
#[must_use]
pub fn scene(trace: &Trace, snapshot: &Snapshot, view: View, width: f32, height: f32) -> Scene {
    picture(Moment::of(trace, snapshot), None, view, width, height)
}

/// The picture that [`scene`] gives of the run that leads, with the streams of both runs.
#[must_use]
pub fn scene_of_both(runs: [Run<'_>; 2], lead: Side, view: View, width: f32, height: f32) -> Scene {
    let moments = [(runs[0], runs[1]), (runs[1], runs[0])]
        .map(|(run, other)| (Moment { beside: Some(other.trace), ..Moment::of(run.trace, run.snapshot) }, run.name));
    let streams = runs.iter().any(|run| !run.trace.streams().is_empty());
    picture(moments[lead.index()].0, streams.then_some(moments), view, width, height)
}

/// The picture of `moment`. `both`: the two runs whose streams are drawn.
fn picture(moment: Moment<'_>, both: Option<[(Moment<'_>, &str); 2]>, view: View, width: f32, height: f32) -> Scene {
    let Moment { trace, snapshot, .. } = moment;
    let plan = match view {
        View::Whole => Plan::whole(width, height, both.is_some() || !trace.streams().is_empty()),
        View::Objects | View::Shapes | View::Heap => Plan::objects(width, height),
        View::Loop => Plan::ring(width, height),
        View::V8 => Plan::v8(width, height),
        View::Pool => Plan::pool(width, height),
        View::Streams => Plan::streams(width, height),
    };
    let mut layers: Vec<Layer> = Vec::new();
    let mut seats = chips::Seats::default();
    if let Some(area) = plan.objects {
        let layers = match view {
            View::Objects => objects::objects(moment, area),
            View::Shapes => shapes::shapes(moment, area),
            View::Heap => heap::heap(moment, area),
            // Their plans have no such area.
            View::Whole | View::Loop | View::V8 | View::Pool | View::Streams => Vec::new(),
        };
        let layers = layers.into_iter().map(Rc::new).collect();
        return Scene { width: plan.width, height: plan.height, layers, train: None };
    }
    if let Some(circle) = plan.ring {
        layers.push(ring::rails(circle));
        layers.push(links::links(moment, &plan));
        layers.push(ring::stations(moment, circle, &mut seats));
        layers.push(hub::hub(moment, circle, &mut seats));
    }
    if let Some(area) = plan.v8 {
        let (glass, rest) = stack::split(area);
        layers.push(stack::stack(moment, area, glass, &mut seats));
        let (rest, place) = modules::split(moment, rest);
        layers.push(variables::variables(moment, rest));
        layers.extend(place.map(|place| modules::modules(moment, place)));
    }
    if let Some(area) = plan.timers {
        layers.push(timers::timers(moment, area, &mut seats));
    }
    if let Some(area) = plan.pool {
        layers.push(pool::pool(moment, area));
    }
    if let Some(area) = plan.kernel {
        layers.push(side::kernel(area));
    }
    if let Some(area) = plan.streams {
        match both {
            Some(runs) => layers.extend(streams::of_both(runs, area)),
            None => layers.push(streams::streams(moment, area)),
        }
    }
    if view == View::Whole {
        layers.push(links::flights(moment, &plan, &seats));
    }
    layers.push(seats.into_layer(moment));
    Scene {
        width: plan.width,
        height: plan.height,
        layers: layers.into_iter().map(Rc::new).collect(),
        train: plan.ring.map(|circle| (Track::of(trace, snapshot), circle)),
    }
}
