//! Connections between the boxes: where finished work and ready sockets reach the loop, and the way that a task takes at this very step.

use player::Role;
use trace::{Event, Queue, Wake};

use super::chips::{HEIGHT, Seats};
use super::plan::{Circle, Plan};
use super::view::Moment;
use super::{Item, Layer, Motion, Paint};

/// The pool and the kernel lead to the poll station; lit when something comes that way.
pub(super) fn links(moment: Moment<'_>, plan: &Plan) -> Layer {
    let mut items = Vec::new();
    let event = moment.trace.step(moment.snapshot.step).map(|step| &step.event);
    if let (Some(ring), Some(pool), Some(kernel)) = (plan.ring, plan.pool, plan.kernel) {
        let (x, y) = poll(ring);
        let from_pool = curve((pool.x, ring.y + ring.radius * 0.28), (x + 28.0, y - 8.0));
        let comes = matches!(event, Some(Event::PoolFinished { .. } | Event::PoolDelivered { .. } | Event::PollWoke { wake: Wake::Pool }));
        items.push(Item::new("link-pool", 0.0, 0.0).role(Role::Pool).path(from_pool, if comes { Paint::LinkOn } else { Paint::Link }));
        let turn = kernel.x - 20.0;
        let (from, to) = (kernel.y + 24.0, y + 10.0);
        let data = format!("M{:.1} {from:.1}C{turn:.1} {from:.1} {turn:.1} {to:.1} {:.1} {to:.1}", kernel.x, x + 28.0);
        items.push(Item::new("link-kernel", 0.0, 0.0).role(Role::Kernel).path(data, Paint::Link));
    }
    Layer { id: "links", summary: String::new(), motion: Motion::Fixed, items }
}

fn poll(ring: Circle) -> (f32, f32) {
    (ring.x + ring.radius * 0.866, ring.y + ring.radius * 0.5)
}

fn curve(from: (f32, f32), to: (f32, f32)) -> String {
    let bend = ((to.0 - from.0) * 0.5).abs().max(30.0) * (to.0 - from.0).signum();
    format!("M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}", from.0, from.1, from.0 + bend, from.1, to.0 - bend, to.1, to.0, to.1)
}

/// From the code that schedules a task to the queue that it goes into, at this very step.
pub(super) fn flights(moment: Moment<'_>, plan: &Plan, seats: &Seats) -> Layer {
    let mut items = Vec::new();
    if let (Some(Event::TaskEnqueued { task, queue, .. }), Some(v8)) = (moment.trace.step(moment.snapshot.step).map(|step| &step.event), plan.v8) {
        let through_the_stage = matches!(queue, Queue::NextTick | Queue::Microtask | Queue::Immediate | Queue::Close | Queue::Pending);
        if let Some((x, y)) = seats.row_start(*task).filter(|_| through_the_stage) {
            let data = curve((v8.right(), v8.y + v8.height * 0.42), (x - 8.0, y + HEIGHT / 2.0));
            items.push(Item::new("flight", 0.0, 0.0).role(Role::of_queue(*queue)).path(data, Paint::LinkOn));
        }
    }
    Layer { id: "flights", summary: String::new(), motion: Motion::Fixed, items }
}
