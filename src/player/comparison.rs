//! The outcome of a comparison in sentences: what both runs still do, what each does where they first part, and which value came out otherwise before.

use trace::{Event, Position, Profile, Step, StepId, TextId, Trace, Value, ValueId, ValueKind};

use super::observable::Deed;
use super::prose::clip;
use super::{Rich, Side, Twin};

/// The name of a run beside another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunName {
    /// The name for little room: `Node 24`, `With levers`.
    pub label: String,
    /// Who does something: `Node 24`, `the run with levers`.
    pub subject: String,
    /// How something happens: `under Node 24`, `with levers`.
    pub manner: String,
}

impl RunName {
    /// A run by its three names: see the fields.
    #[must_use]
    pub fn new(label: &str, subject: &str, manner: &str) -> Self {
        Self { label: label.to_owned(), subject: subject.to_owned(), manner: manner.to_owned() }
    }

    /// By its version of Node.
    #[must_use]
    pub fn of(profile: Profile) -> Self {
        let node = format!("Node {}", profile.major());
        Self { manner: ["under ", &node].concat(), subject: node.clone(), label: node }
    }
}

/// The words on what two runs have in common and where they part.
#[must_use]
pub fn comparison(twin: &Twin, names: &[RunName; 2]) -> Vec<Rich> {
    let text = Rich::text;
    let Some(parted) = twin.parted() else {
        return vec![Rich::Text([alike(twin), ". Every line and callback runs in the same order, too: they part nowhere."].concat())];
    };
    let mut words = Vec::new();
    let same = twin.prints_the_same();
    if same {
        words.push(Rich::Text([alike(twin), ". What they do is not all the same: "].concat()));
    }
    match parted.last_common.and_then(|[step, _]| Deed::at(twin.trace(Side::A), step)) {
        Some(deed) => {
            words.push(text(if same { "both " } else { "Both " }));
            words.extend(deed.of_both());
            words.push(text("; then "));
        }
        None => words.push(text(if same { "from the start, " } else { "From the start, " })),
    }
    let deeds = Deed::both(Side::BOTH.map(|side| (&**twin.trace(side), parted.first[side.index()])));
    for ((name, deed), end) in names.iter().zip(deeds).zip([", ", "."]) {
        words.extend([Rich::strong(&name.subject), text(" ")]);
        words.extend(deed.map_or_else(|| vec![text("does nothing more")], Deed::of_one));
        words.push(text(end));
    }
    words.extend(cause(twin, names, parted.first));
    if parted.by_choice {
        words.push(text(" Real Node may go either way here."));
    }
    words
}

/// The words on two runs that print the same.
fn alike(twin: &Twin) -> &'static str {
    if twin.prints_to_the_letter() {
        "Both print the same, in the same order"
    } else {
        "Both print the same, in the same order, but for what Node says of itself under an error"
    }
}

// — the value that came out otherwise —

/// The last value before the two part that is not the same in both: what a call returned, or a variable became.
fn cause(twin: &Twin, names: &[RunName; 2], until: [Option<StepId>; 2]) -> Vec<Rich> {
    let [a, b] = Side::BOTH.map(|side| readings(twin.trace(side), until[side.index()]));
    let together = a.zip(b).take_while(|(a, b)| (a.position, a.name, a.verb) == (b.position, b.name, b.verb));
    let Some((a, b)) = together.filter(|(a, b)| differ(a.value, b.value)).last() else { return Vec::new() };
    let value = |reading: &Reading<'_>| Rich::code(clip(&reading.value.text, 40));
    let line = format!(" on line {} {} ", a.position.line, a.verb);
    let name = |run: usize| Rich::Text([" ", &names[run].manner].concat());
    vec![
        Rich::text(" Before that, "),
        Rich::code(clip(a.name, 40)),
        Rich::Text(line),
        value(&a),
        name(0),
        Rich::text(", "),
        value(&b),
        name(1),
        Rich::text("."),
    ]
}

/// A value that the program got.
struct Reading<'a> {
    position: Position,
    name: &'a str,
    verb: &'static str,
    value: &'a Value,
}

fn readings(trace: &Trace, until: Option<StepId>) -> impl Iterator<Item = Reading<'_>> {
    let steps = &trace.steps()[..until.map_or(trace.steps().len(), |step| step.index() + 1)];
    steps.iter().flat_map(|step| readings_of(trace, step))
}

fn readings_of<'a>(trace: &'a Trace, step: &'a Step) -> Vec<Reading<'a>> {
    let Some(site) = step.site.and_then(|site| trace.site(site)) else { return Vec::new() };
    let reading = |name: TextId, verb, value: ValueId| {
        let value = trace.value(value)?;
        Some(Reading { position: site.position, name: trace.text(name), verb, value })
    };
    match &step.event {
        Event::Returned { value } => reading(site.callee, "returned", *value).into_iter().collect(),
        Event::Statement { changes } => changes.iter().filter_map(|change| reading(change.name, "was", change.value?)).collect(),
        Event::Called { .. }
        | Event::FrameEntered { .. }
        | Event::FrameLeft
        | Event::Thrown { .. }
        | Event::Caught { .. }
        | Event::Uncaught { .. }
        | Event::RejectionNoted { .. }
        | Event::RejectionHandled { .. }
        | Event::RejectionUnhandled { .. }
        | Event::ModuleFound { .. }
        | Event::ModuleChanged { .. }
        | Event::TaskEnqueued { .. }
        | Event::TaskBegun { .. }
        | Event::TaskEnded { .. }
        | Event::TaskCancelled { .. }
        | Event::TimerRearmed { .. }
        | Event::PhaseEntered { .. }
        | Event::PhaseLeft { .. }
        | Event::PollBlocked { .. }
        | Event::PollWoke { .. }
        | Event::Chosen { .. }
        | Event::PoolSubmitted { .. }
        | Event::PoolStarted { .. }
        | Event::PoolFinished { .. }
        | Event::PoolDelivered { .. }
        | Event::StreamFound { .. }
        | Event::StreamNamed { .. }
        | Event::StreamCalled { .. }
        | Event::StreamListened { .. }
        | Event::StreamChanged { .. }
        | Event::Output { .. }
        | Event::Cut { .. }
        | Event::Exited { .. } => Vec::new(),
    }
}

/// Whether the program could see the two differ. The inside of an object, which its preview shows, is Node's own affair.
fn differ(a: &Value, b: &Value) -> bool {
    let plain = |kind: ValueKind| {
        matches!(kind, ValueKind::Undefined | ValueKind::Null | ValueKind::Boolean | ValueKind::Number | ValueKind::BigInt | ValueKind::String)
    };
    a.kind != b.kind || (plain(a.kind) && a.text != b.text)
}
