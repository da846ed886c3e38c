//! The session: the program in the editor, the run that was recorded of it, and whether the two still belong together.

use std::rc::Rc;

use browser::link::{Beside, Link, Subject};
use lesson::{self, Lesson};
use player::{Player, RunName, Unit, parting};
use trace::{Chunk, Exploration, Lever, Nanos, Profile, Program, Settings, StepId, Trace};

use super::known::Known;
use super::outcome::Problem;

/// The work that goes on behind the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// No work goes on.
    Nothing,
    /// The lesson's recorded run is on its way.
    Fetching,
    /// The engine is being downloaded and started.
    Starting,
    /// The program runs; that many steps have come.
    Recording(u32),
}

/// The relation of the recorded run to the program in the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// The run is of the code and the settings in the editor.
    Current,
    /// Nothing was run yet.
    Unrun,
    /// The code or the settings have changed since the run.
    Stale,
}

pub struct Session {
    /// The lesson whose disk the program has.
    pub lesson: &'static Lesson,
    /// Somebody's own program, from a link: its disk is not a lesson's.
    foreign: Option<Program>,
    pub code: Rc<str>,
    pub settings: Settings,
    pub player: Player,
    pub unit: Unit,
    pub work: Work,
    pub problem: Option<Problem>,
    /// The lesson's own run, kept so that coming back to the lesson is free.
    recorded: Option<Rc<Trace>>,
    /// The part of the present run that the engine has sent.
    recording: Trace,
    /// The step to go to when the run is there: a link's step.
    pub wanted: StepId,
    /// The virtual time to go to instead: where the reader was before a lever was pulled.
    wanted_at: Option<Nanos>,
    /// Simulate Flow was pressed before the recorded run was there.
    pub eager: bool,
    /// The outcomes of the program in the editor that a search has found.
    pub found: Option<Rc<Exploration>>,
    /// The search goes on.
    pub looking: bool,
    /// The run that is wanted beside this one.
    pub compare: Option<Beside>,
}

impl Session {
    #[must_use]
    pub fn new(lesson: &'static Lesson) -> Self {
        Self {
            lesson,
            foreign: None,
            code: lesson.entry().content.into(),
            settings: lesson.settings(),
            player: Player::new(Rc::default()),
            unit: Unit::Line,
            work: Work::Fetching,
            problem: None,
            recorded: None,
            recording: Trace::new(),
            wanted: StepId(0),
            wanted_at: None,
            eager: false,
            found: None,
            looking: false,
            compare: None,
        }
    }

    /// Opens the program of a link. A lesson that is not in the catalogue is a problem, and the default one opens.
    #[must_use]
    pub fn from_link(link: Link) -> Self {
        let mut session = match link.subject {
            Subject::Lesson(id) => {
                let Some(lesson) = lesson::find(&id) else {
                    let mut session = Self::new(lesson::default());
                    session.problem = Some(Problem::unknown_lesson(&id));
                    return session;
                };
                Self::new(lesson)
            }
            Subject::Program(program) => {
                let mut session = Self::new(lesson::default());
                session.settings = program.settings.clone();
                let entry = program.files.iter().find(|file| file.path == program.entry);
                session.code = entry.map_or_else(String::new, |file| String::from_utf8_lossy(&file.content).into_owned()).into();
                session.foreign = Some(program);
                session
            }
        };
        session.wanted = link.step;
        session.compare = link.compare.filter(|beside| *beside != Beside::Under(session.settings.profile));
        session
    }

    /// The program in the editor.
    #[must_use]
    pub fn program(&self) -> Program {
        let Some(foreign) = &self.foreign else {
            return self.lesson.program_with(&self.code, self.settings.clone());
        };
        let mut program = Program { settings: self.settings.clone(), ..foreign.clone() };
        if let Some(entry) = program.files.iter_mut().find(|file| file.path == foreign.entry) {
            entry.content = self.code.as_bytes().into();
        }
        program
    }

    /// The program for the run beside that of the editor's program. It takes the same choices.
    #[must_use]
    pub fn program_beside(&self, beside: Beside) -> Program {
        let mut program = self.program();
        match beside {
            Beside::Under(profile) => program.settings.profile = profile,
            Beside::AtRest => program.settings.levers.clear(),
            Beside::Opened => {
                let (code, settings) = self.original();
                program.settings = settings;
                if let (Some(code), Some(entry)) = (code, program.files.iter_mut().find(|file| file.path == program.entry)) {
                    entry.content = code.as_bytes().into();
                }
            }
        }
        program
    }

    /// The kinds of runs that may stand beside that of the program in the editor.
    #[must_use]
    pub fn besides(&self) -> Vec<Beside> {
        let versions = Profile::ALL.into_iter().filter(|profile| *profile != self.settings.profile).map(Beside::Under);
        let (code, settings) = self.original();
        let rest = (!self.settings.levers.is_empty()).then_some(Beside::AtRest);
        let opened = (code.is_some_and(|code| *code != *self.code) || settings != self.settings).then_some(Beside::Opened);
        let chosen = self.compare.filter(|beside| !matches!(beside, Beside::Under(_)) && Some(*beside) != rest && Some(*beside) != opened);
        versions.chain(rest).chain(opened).chain(chosen).collect()
    }

    /// The names of this run and of the one beside it.
    #[must_use]
    pub fn names(&self, beside: Beside) -> [RunName; 2] {
        match beside {
            Beside::Under(profile) => [self.settings.profile, profile].map(RunName::of),
            Beside::AtRest => {
                [RunName::new("With levers", "the run with levers", "with levers"), RunName::new("Without", "the one without", "without")]
            }
            Beside::Opened => {
                [RunName::new("As changed", "the changed program", "after the change"), RunName::new("As opened", "the opened one", "before it")]
            }
        }
    }

    /// Whether the run beside has other code than the editor.
    #[must_use]
    pub fn has_other_code(&self, beside: Beside) -> bool {
        beside == Beside::Opened && self.original().0.is_some_and(|code| *code != *self.code)
    }

    /// The other files on the machine's disk: the name in the reader's folder, and the text.
    #[must_use]
    pub fn other_files(&self) -> Vec<(String, String)> {
        let program = self.program();
        let others = program.files.iter().filter(|file| file.path != program.entry);
        others
            .map(|file| (file.path.strip_prefix(lesson::HOME).unwrap_or(&file.path).to_owned(), String::from_utf8_lossy(&file.content).into_owned()))
            .collect()
    }

    /// The program as it was opened: its code and settings.
    fn original(&self) -> (Option<&str>, Settings) {
        match &self.foreign {
            None => (Some(self.lesson.entry().content), self.lesson.settings()),
            Some(program) => {
                let entry = program.files.iter().find(|file| file.path == program.entry);
                (entry.and_then(|file| std::str::from_utf8(&file.content).ok()), program.settings.clone())
            }
        }
    }

    /// Drops the choices where they do not fit: they belong to one program under one set of settings.
    fn settle_choices(&mut self) {
        let (code, settings) = self.original();
        let own = Settings { choices: settings.choices.clone(), ..self.settings.clone() };
        let same = code == Some(&*self.code) && settings == own;
        self.settings.choices = if same { settings.choices } else { Vec::new() };
    }

    /// Takes the reader's change of the code. A run that fits the code is shown again.
    pub fn edit(&mut self, code: Rc<str>) {
        self.code = code;
        self.changed();
    }

    pub fn resize_pool(&mut self, size: u16) {
        self.settings.pool_size = size;
        self.changed();
    }

    /// Sets Node's options, given with a space between them.
    pub fn set_options(&mut self, options: &str) {
        self.settings.options = options.split_whitespace().map(ToOwned::to_owned).collect();
        self.changed();
    }

    pub fn follow(&mut self, profile: Profile) {
        self.settings.profile = profile;
        self.compare = self.compare.filter(|beside| *beside != Beside::Under(profile));
        self.changed();
    }

    /// Sets the program's streams. The next run is shown from the virtual time at which the reader is.
    pub fn pull(&mut self, levers: Vec<Lever>) {
        self.wanted_at = Some(self.player.snapshot().at).filter(|_| self.player.step().0 > 0);
        self.settings.levers = levers;
        let at_rest = self.settings.levers.is_empty();
        self.compare = self.compare.filter(|beside| !(at_rest && *beside == Beside::AtRest));
        self.changed();
    }

    /// Whether the present run is to be shown from its beginning.
    #[must_use]
    pub fn begins(&self) -> bool {
        self.wanted.0 == 0 && self.wanted_at.is_none()
    }

    fn changed(&mut self) {
        self.settle_choices();
        self.player.pause();
        self.problem = None;
        self.found = None;
        self.looking = false;
        if self.freshness() != Freshness::Current {
            self.show_recorded();
        }
    }

    #[must_use]
    pub fn link(&self) -> Link {
        let step = if self.freshness() == Freshness::Current { self.player.step() } else { self.wanted };
        let subject = if self.is_lesson() { Subject::Lesson(self.lesson.id.to_owned()) } else { Subject::Program(self.program()) };
        Link { subject, step, compare: self.compare }
    }

    /// Whether the editor holds the lesson as it is in the catalogue.
    #[must_use]
    pub fn is_lesson(&self) -> bool {
        self.foreign.is_none() && *self.code == *self.lesson.entry().content && self.settings == self.lesson.settings()
    }

    #[must_use]
    pub fn freshness(&self) -> Freshness {
        match self.player.trace().header() {
            None => Freshness::Unrun,
            Some(header) => {
                let same_code = self.player.trace().scripts().first().is_some_and(|script| *script.source == *self.code);
                if same_code && header.settings == self.settings { Freshness::Current } else { Freshness::Stale }
            }
        }
    }

    /// Whether the run of the code in the editor is there and nothing else goes on.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.freshness() == Freshness::Current && self.work == Work::Nothing
    }

    /// Takes the recorded run of the lesson; `None`: the server does not give it.
    pub fn lesson_came(&mut self, trace: Option<Rc<Trace>>) {
        self.recorded = trace;
        if self.work == Work::Fetching {
            self.work = Work::Nothing;
            self.show_recorded();
        }
    }

    /// Shows the lesson's own run if the editor holds the lesson.
    pub fn show_recorded(&mut self) -> bool {
        let Some(trace) = self.recorded.clone().filter(|_| self.is_lesson()) else { return false };
        self.show(trace);
        self.freshness() == Freshness::Current
    }

    fn show(&mut self, trace: Rc<Trace>) {
        let speed = self.player.speed();
        self.player = Player::new(trace);
        self.player.set_speed(speed);
        let wanted = std::mem::take(&mut self.wanted);
        let at = self.wanted_at.take();
        self.player.seek(at.map_or(wanted, |at| self.player.trace().step_at(at)));
    }

    // — other ways —

    /// The knowledge about the outcomes of the program in the editor, whose run is shown.
    #[must_use]
    pub fn known(&self) -> Known {
        let count = self.found.as_ref().map_or(0, |found| found.ways.len());
        match &self.found {
            _ if self.freshness() != Freshness::Current || self.work != Work::Nothing => Known::Nothing,
            _ if self.looking => Known::Looking(count),
            Some(found) if found.complete => Known::All(count),
            Some(_) => Known::AtLeast(count),
            None if self.player.lanes().questions.is_empty() => Known::Only,
            None => Known::Unasked,
        }
    }

    /// The steps of the shown run at which another outcome parts from it.
    #[must_use]
    pub fn forks(&self) -> Rc<[StepId]> {
        let ways = self.found.iter().flat_map(|found| &found.ways);
        let parted = ways.filter_map(|way| parting(self.player.trace(), self.player.lanes(), way));
        let mut steps: Vec<StepId> = parted.map(|parts| parts.step).collect();
        steps.sort_unstable();
        steps.dedup();
        steps.into()
    }

    /// Takes another way from the step where it parts. `false`: the run of that way is not there yet.
    pub fn take_way(&mut self, number: usize) -> bool {
        let Some(way) = self.found.as_ref().and_then(|found| found.ways.get(number)).cloned() else { return true };
        self.wanted = parting(self.player.trace(), self.player.lanes(), &way).map_or(StepId(0), |parts| parts.step);
        self.settings.choices = way.choices;
        self.player.pause();
        self.show_recorded()
    }

    // — a run —

    pub fn run_starts(&mut self) {
        self.work = Work::Starting;
        self.problem = None;
        self.recording = Trace::new();
        self.player.pause();
    }

    pub fn chunk_came(&mut self, chunk: Chunk) {
        self.recording.append(chunk);
        self.work = Work::Recording(u32::try_from(self.recording.steps().len()).unwrap_or(u32::MAX));
    }

    /// Ends the run, well or not, and shows the recorded part.
    pub fn run_ends(&mut self, problem: Option<Problem>) {
        self.work = Work::Nothing;
        let trace = std::mem::take(&mut self.recording);
        self.problem = problem.or_else(|| Problem::of_run(&trace));
        if !trace.steps().is_empty() {
            self.show(Rc::new(trace));
        }
        // A program that could not be read has only Node's message to show.
        if self.problem.as_ref().is_some_and(|problem| problem.place.is_some()) {
            self.player.end();
        }
    }
}
