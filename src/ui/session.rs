//! What the page is about, without the page: the program in the editor, the run that was recorded of it, and whether the two still belong together.

use std::rc::Rc;

use browser::link::{Beside, Link, Subject};
use lesson::{self, Lesson};
use player::{Player, RunName, Unit, parting};
use trace::{Chunk, Exploration, Lever, Nanos, Profile, Program, Settings, StepId, Trace};

use super::outcome::Problem;
use super::outputs::Known;

/// What goes on behind the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    Nothing,
    /// The lesson's recorded run is on its way.
    Fetching,
    /// The engine is being downloaded and started.
    Starting,
    /// The program runs; so many steps have come.
    Recording(u32),
}

/// What the stage may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The run of the code in the editor.
    Recorded,
    /// Nothing was run yet.
    Unrun,
    /// The code or the settings have changed since.
    Stale,
}

pub struct Session {
    /// Whose disk the program has.
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
    /// What the engine has sent of the run that goes on.
    recording: Trace,
    /// Where to go when the run is there: a link's step.
    pub wanted: StepId,
    /// Or when, by the program's clock: where the reader was before a lever was pulled.
    wanted_at: Option<Nanos>,
    /// Simulate Flow was pressed before the recorded run was there.
    pub eager: bool,
    /// All that the program in the editor may print, as far as it was looked for.
    pub found: Option<Rc<Exploration>>,
    /// It is being looked for.
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

    /// Opens what a link says. A lesson that is not in the catalogue is a problem, and the default one opens.
    #[must_use]
    pub fn from_link(link: Link) -> Self {
        let mut session = match link.subject {
            Subject::Lesson(id) => match lesson::find(&id) {
                Some(lesson) => Self::new(lesson),
                None => {
                    let mut session = Self::new(lesson::default());
                    session.problem = Some(Problem::unknown_lesson(&id));
                    return session;
                }
            },
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

    /// The program whose run stands beside that of the editor's. It goes the same way where it is asked.
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

    /// What may stand beside the program in the editor.
    #[must_use]
    pub fn besides(&self) -> Vec<Beside> {
        let versions = Profile::ALL.into_iter().filter(|profile| *profile != self.settings.profile).map(Beside::Under);
        let (code, settings) = self.original();
        let rest = (!self.settings.levers.is_empty()).then_some(Beside::AtRest);
        let opened = (code.is_some_and(|code| *code != *self.code) || settings != self.settings).then_some(Beside::Opened);
        let chosen = self.compare.filter(|beside| !matches!(beside, Beside::Under(_)) && Some(*beside) != rest && Some(*beside) != opened);
        versions.chain(rest).chain(opened).chain(chosen).collect()
    }

    /// What this run and the one beside it are called.
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

    /// What else is on the machine's disk: name (in the reader's folder) and text.
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

    /// Choices belong to one program under one set of settings: another starts with none made.
    fn settle_choices(&mut self) {
        let (code, settings) = self.original();
        let own = Settings { choices: settings.choices.clone(), ..self.settings.clone() };
        let same = code == Some(&*self.code) && settings == own;
        self.settings.choices = if same { settings.choices } else { Vec::new() };
    }

    /// The reader has changed the code; a run that fits it is shown again.
    pub fn edit(&mut self, code: Rc<str>) {
        self.code = code;
        self.changed();
    }

    pub fn resize_pool(&mut self, size: u16) {
        self.settings.pool_size = size;
        self.changed();
    }

    /// Node's options, with a space between them.
    pub fn set_options(&mut self, options: &str) {
        self.settings.options = options.split_whitespace().map(ToOwned::to_owned).collect();
        self.changed();
    }

    pub fn follow(&mut self, profile: Profile) {
        self.settings.profile = profile;
        self.compare = self.compare.filter(|beside| *beside != Beside::Under(profile));
        self.changed();
    }

    /// Sets the program's streams. The next run is shown from where the reader is by the clock.
    pub fn pull(&mut self, levers: Vec<Lever>) {
        self.wanted_at = Some(self.player.snapshot().at).filter(|_| self.player.step().0 > 0);
        self.settings.levers = levers;
        let at_rest = self.settings.levers.is_empty();
        self.compare = self.compare.filter(|beside| !(at_rest && *beside == Beside::AtRest));
        self.changed();
    }

    /// The run that goes on is to be shown from its beginning.
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
        if self.standing() != Standing::Recorded {
            self.show_recorded();
        }
    }

    #[must_use]
    pub fn link(&self) -> Link {
        let step = if self.standing() == Standing::Recorded { self.player.step() } else { self.wanted };
        let subject = if self.is_lesson() { Subject::Lesson(self.lesson.id.to_owned()) } else { Subject::Program(self.program()) };
        Link { subject, step, compare: self.compare }
    }

    /// The lesson as it is in the catalogue, untouched.
    #[must_use]
    pub fn is_lesson(&self) -> bool {
        self.foreign.is_none() && *self.code == *self.lesson.entry().content && self.settings == self.lesson.settings()
    }

    #[must_use]
    pub fn standing(&self) -> Standing {
        match self.player.trace().header() {
            None => Standing::Unrun,
            Some(header) => {
                let same_code = self.player.trace().scripts().first().is_some_and(|script| *script.source == *self.code);
                if same_code && header.settings == self.settings { Standing::Recorded } else { Standing::Stale }
            }
        }
    }

    /// The run of the code in the editor is there, and nothing else goes on.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.standing() == Standing::Recorded && self.work == Work::Nothing
    }

    /// The recorded run of the lesson has come, or could not be had.
    pub fn lesson_came(&mut self, trace: Option<Rc<Trace>>) {
        self.recorded = trace;
        if self.work == Work::Fetching {
            self.work = Work::Nothing;
            self.show_recorded();
        }
    }

    /// Shows the lesson's own run if that is what stands in the editor.
    pub fn show_recorded(&mut self) -> bool {
        let Some(trace) = self.recorded.clone().filter(|_| self.is_lesson()) else { return false };
        self.show(trace);
        self.standing() == Standing::Recorded
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

    /// What is known of the outcomes of the program in the editor, whose run is shown.
    #[must_use]
    pub fn known(&self) -> Known {
        let count = self.found.as_ref().map_or(0, |found| found.ways.len());
        match &self.found {
            _ if self.standing() != Standing::Recorded || self.work != Work::Nothing => Known::Nothing,
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

    /// Takes another way, at the step where it parts. `false`: its run is not there yet.
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

    /// The run is over, well or not: what was recorded is shown.
    pub fn run_ends(&mut self, problem: Option<Problem>) {
        self.work = Work::Nothing;
        let trace = std::mem::take(&mut self.recording);
        self.problem = problem.or_else(|| Problem::of_run(&trace));
        if !trace.steps().is_empty() {
            self.show(Rc::new(trace));
        }
        // Of a program that could not be read there is only what Node says about it.
        if self.problem.as_ref().is_some_and(|problem| problem.place.is_some()) {
            self.player.end();
        }
    }
}
