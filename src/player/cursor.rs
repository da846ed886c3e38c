//! The player itself: a place in a trace, and how one goes on from there.

use std::collections::BTreeSet;
use std::rc::Rc;

use trace::{Event, ScriptId, Snapshot, StepId, Trace};

use super::{Caption, Focus, GutterMark, Index, Inside, Lanes, Unit, caption, dwell, focus, gutter, inside};

/// How fast playback goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Speed {
    /// `¼×`: a step takes four times as long.
    Quarter,
    /// `½×`: twice as long.
    Half,
    /// `1×`: a step stays for as long as [`dwell`] says.
    #[default]
    One,
    /// `2×`: half as long.
    Two,
    /// `4×`: a quarter.
    Four,
    /// `8×`: an eighth.
    Eight,
}

impl Speed {
    /// From the slowest to the fastest.
    pub const ALL: [Self; 6] = [Self::Quarter, Self::Half, Self::One, Self::Two, Self::Four, Self::Eight];

    /// `¼×` … `8×`.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Quarter => "¼×",
            Self::Half => "½×",
            Self::One => "1×",
            Self::Two => "2×",
            Self::Four => "4×",
            Self::Eight => "8×",
        }
    }

    /// The next faster one; the fastest stays.
    #[must_use]
    pub fn faster(self) -> Self {
        Self::ALL.into_iter().find(|speed| *speed > self).unwrap_or(Self::Eight)
    }

    /// The next slower one; the slowest stays.
    #[must_use]
    pub fn slower(self) -> Self {
        Self::ALL.into_iter().rfind(|speed| *speed < self).unwrap_or(Self::Quarter)
    }

    /// Milliseconds at this speed for milliseconds at 1×.
    fn scale(self, ms: u32) -> u32 {
        match self {
            Self::Quarter => ms * 4,
            Self::Half => ms * 2,
            Self::One => ms,
            Self::Two => ms / 2,
            Self::Four => ms / 4,
            Self::Eight => ms / 8,
        }
    }
}

/// Milliseconds: the shortest stop. What would pass faster is passed over.
const FRAME: u32 = 16;

/// A cursor over a trace. Cheap to clone; equal when it shows the same.
#[derive(Clone, Debug)]
pub struct Player {
    trace: Rc<Trace>,
    index: Rc<Index>,
    lanes: Rc<Lanes>,
    snapshot: Rc<Snapshot>,
    step: StepId,
    playing: bool,
    speed: Speed,
    breakpoints: Rc<BTreeSet<(ScriptId, u32)>>,
}

impl PartialEq for Player {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.trace, &other.trace)
            && self.step == other.step
            && self.playing == other.playing
            && self.speed == other.speed
            && self.breakpoints == other.breakpoints
    }
}

impl Player {
    /// At the trace's first step, paused.
    #[must_use]
    pub fn new(trace: Rc<Trace>) -> Self {
        Self {
            index: Rc::new(Index::new(&trace)),
            lanes: Rc::new(Lanes::new(&trace)),
            snapshot: Rc::new(trace.snapshot(StepId(0))),
            trace,
            step: StepId(0),
            playing: false,
            speed: Speed::default(),
            breakpoints: Rc::default(),
        }
    }

    /// The run that it plays.
    #[must_use]
    pub fn trace(&self) -> &Rc<Trace> {
        &self.trace
    }

    /// The step that is shown.
    #[must_use]
    pub fn step(&self) -> StepId {
        self.step
    }

    /// The last step that there is.
    #[must_use]
    pub fn last(&self) -> StepId {
        StepId(u32::try_from(self.trace.steps().len().saturating_sub(1)).unwrap_or(u32::MAX))
    }

    /// Whether it stands at the last step.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        self.step == self.last()
    }

    /// The machine at the current step.
    #[must_use]
    pub fn snapshot(&self) -> &Rc<Snapshot> {
        &self.snapshot
    }

    /// The timeline of the whole run.
    #[must_use]
    pub fn lanes(&self) -> &Rc<Lanes> {
        &self.lanes
    }

    /// The words about the current step.
    #[must_use]
    pub fn caption(&self) -> Caption {
        caption(&self.trace, &self.snapshot)
    }

    /// The function of Node's own JavaScript that the step is inside of.
    #[must_use]
    pub fn inside(&self) -> Option<Inside> {
        inside(&self.trace, self.snapshot.step)
    }

    /// The text that the editor lights up at the current step.
    #[must_use]
    pub fn focus(&self) -> Option<Focus> {
        focus(&self.trace, &self.snapshot)
    }

    /// The callbacks that each line has scheduled and that have not run yet, at the current step.
    #[must_use]
    pub fn gutter(&self) -> Vec<GutterMark> {
        gutter(&self.trace, &self.snapshot)
    }

    // — going —

    /// To a step; past the end is the end.
    pub fn seek(&mut self, step: StepId) {
        let step = step.min(self.last());
        if step != self.step {
            self.step = step;
            self.snapshot = Rc::new(self.trace.snapshot(step));
        }
    }

    /// To the next stop of that unit; past the last one to the end.
    pub fn forward(&mut self, unit: Unit) {
        self.seek(self.index.after(self.step, unit));
    }

    /// To the stop of that unit before this step; before the first one to the start.
    pub fn back(&mut self, unit: Unit) {
        self.seek(self.index.before(self.step, unit));
    }

    /// To the first step.
    pub fn start(&mut self) {
        self.seek(StepId(0));
    }

    /// To the last step.
    pub fn end(&mut self) {
        self.seek(self.last());
    }

    // — playing —

    /// Whether it goes on by itself, [dwell](Self::dwell) by dwell.
    #[must_use]
    pub fn is_playing(&self) -> bool {
        self.playing
    }

    /// Starts to play; from the start again if the end is reached.
    pub fn play(&mut self) {
        if self.is_at_end() {
            self.start();
        }
        self.playing = true;
    }

    /// Stops playing; the step stays.
    pub fn pause(&mut self) {
        self.playing = false;
    }

    /// Plays if it is paused, and pauses if it plays.
    pub fn toggle(&mut self) {
        if self.playing { self.pause() } else { self.play() }
    }

    /// How fast it plays.
    #[must_use]
    pub fn speed(&self) -> Speed {
        self.speed
    }

    /// Plays at this speed from the current step on.
    pub fn set_speed(&mut self, speed: Speed) {
        self.speed = speed;
    }

    /// Milliseconds to stay here while playing, at the current speed.
    #[must_use]
    pub fn dwell(&self) -> u32 {
        self.dwell_at(self.step).max(FRAME)
    }

    /// A step that was seen often passes faster: a long loop gathers speed.
    fn dwell_at(&self, step: StepId) -> u32 {
        self.speed.scale(dwell(&self.trace, step)) >> self.index.familiarity(step).min(10)
    }

    /// While playing: on to the next step worth a stop. Pauses at a breakpoint and at the end.
    pub fn advance(&mut self) {
        if !self.playing {
            return;
        }
        let last = self.last();
        let mut step = self.step;
        let mut passed = 0;
        while step < last && passed < FRAME {
            step = StepId(step.0 + 1);
            if self.breaks_at(step) {
                self.playing = false;
                break;
            }
            passed += self.dwell_at(step);
        }
        self.seek(step);
        if self.is_at_end() {
            self.playing = false;
        }
    }

    // — breakpoints —

    /// The lines (1-based) that playback stops at.
    #[must_use]
    pub fn breakpoints(&self) -> &BTreeSet<(ScriptId, u32)> {
        &self.breakpoints
    }

    /// Sets a breakpoint at a line (1-based), or takes it away.
    pub fn toggle_breakpoint(&mut self, script: ScriptId, line: u32) {
        let lines = Rc::make_mut(&mut self.breakpoints);
        if !lines.remove(&(script, line)) {
            lines.insert((script, line));
        }
    }

    fn breaks_at(&self, step: StepId) -> bool {
        if self.breakpoints.is_empty() {
            return false;
        }
        let Some(recorded) = self.trace.step(step) else {
            return false;
        };
        matches!(recorded.event, Event::Statement { .. })
            && recorded.site.and_then(|site| self.trace.site(site)).is_some_and(|site| self.breakpoints.contains(&(site.script, site.position.line)))
    }
}
