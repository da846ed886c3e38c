//! The page: owns the session, hears everything, and hands each component what it draws.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::comparison::Comparison;
use super::header::Wish;
use super::keyboard::{Command, Keyboard};
use super::opening::{fetch_lesson, opened};
use super::outcome::Problem;
use super::outputs::Known;
use super::session::{Session, Standing, Work};
use super::tabs::Tab;
use super::theme::Theme;
use browser::embedding::{Message, tell};
use browser::engine::{Engine, Failure, Report};
use browser::media::{self, NarrowWatch};
use browser::{address, link, storage};
use player::{Bytes, Player, Side, Speed, Unit};
use scene::Target;
use trace::{Lever, StepId, Trace, ValueId};

/// How long after the last keystroke the code is put away.
const DRAFT_AFTER_MS: u32 = 400;
/// What an embedding page is asked for.
const EMBED_HEIGHT: f64 = 560.0;

/// What is open over the page.
#[derive(Clone, PartialEq)]
pub enum Over {
    Help,
    Share(AttrValue),
    /// All that the program may print.
    Outputs,
    /// What the program's streams are set to.
    Levers,
    /// The bytes of a variable.
    Memory(Box<Bytes>),
    /// A file of the machine's disk, by its place among the other files.
    File(usize),
}

pub enum Msg {
    LessonCame(&'static str, Option<Rc<Trace>>),
    Engine(u32, Report),
    /// Of the run beside.
    Beside(u32, Report),
    /// The machine shows this one of the two runs.
    Lead(Side),
    /// To where the two runs part.
    Parting,
    /// The run beside, once more.
    CompareAgain,
    Command(Command),
    Wish(Wish),
    Unit(Unit),
    Speed(Speed),
    Seek(StepId),
    /// Something on the stage was clicked.
    Go(Target),
    /// Playback goes on.
    Tick,
    Edited(Rc<str>),
    /// Back to the lesson's own code and settings.
    Restore,
    /// The reader left the editor.
    Left,
    PutAway,
    Tab(Tab),
    Narrow(bool),
    Open(Over),
    CloseOver,
    DismissProblem,
    /// Node's own code beside the program's, or away again.
    Inside,
    /// Which outputs are possible.
    Explore,
    /// Another of them.
    Way(usize),
    /// The program is to run with these.
    Levers(Vec<Lever>),
    Address,
}

pub struct App {
    pub(super) session: Session,
    pub(super) theme: Theme,
    pub(super) over: Option<Over>,
    pub(super) menu: bool,
    pub(super) tab: Tab,
    pub(super) narrow: bool,
    pub(super) embed: bool,
    /// Simulate Flow was pressed at least once for what is shown.
    pub(super) touched: bool,
    /// Node's own code is shown.
    pub(super) inside: bool,
    pub(super) root: NodeRef,
    pub(super) comparison: Option<Comparison>,
    engine: Engine,
    /// Runs what stands beside, so that neither run waits for the other's version to start.
    pub(super) beside: Engine,
    run: u32,
    timer: Option<Timeout>,
    draft: Option<Timeout>,
    told: Option<StepId>,
    _keyboard: Keyboard,
    _narrow: Option<NarrowWatch>,
    _address: address::Watch,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let engine = Engine::new(move |run, report| link.send_message(Msg::Engine(run, report)));
        let link = ctx.link().clone();
        let beside = Engine::new(move |run, report| link.send_message(Msg::Beside(run, report)));
        let keyboard = Keyboard::new({
            let act = ctx.link().callback(Msg::Command);
            move |command| act.emit(command)
        });
        let narrow_changed = ctx.link().callback(Msg::Narrow);
        let address_changed = ctx.link().callback(|()| Msg::Address);
        let session = opened(true);
        fetch_lesson(ctx, session.lesson);
        Self {
            touched: session.wanted.0 > 0,
            inside: false,
            session,
            theme: Theme::current(),
            over: None,
            menu: false,
            tab: Tab::Machine,
            narrow: media::narrow(),
            embed: address::embedded(),
            root: NodeRef::default(),
            comparison: None,
            engine,
            beside,
            run: 0,
            timer: None,
            draft: None,
            told: None,
            _keyboard: keyboard,
            _narrow: NarrowWatch::new(move |narrow| narrow_changed.emit(narrow)),
            _address: address::Watch::new(move || address_changed.emit(())),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::LessonCame(id, trace) => self.lesson_came(ctx, id, trace),
            Msg::Engine(run, report) if run == self.run => self.heard(report),
            Msg::Engine(..) => return false,
            Msg::Beside(run, report) => self.heard_beside(run, report),
            Msg::Lead(side) => self.take_lead(side),
            Msg::Parting => self.go_to_parting(),
            Msg::CompareAgain => self.comparison = None,
            Msg::Command(command) => self.obey(command),
            Msg::Wish(wish) => self.grant(ctx, wish),
            Msg::Unit(unit) => self.session.unit = unit,
            Msg::Speed(speed) => self.set_speed(speed),
            Msg::Seek(step) | Msg::Go(Target::Step(step)) => self.walk(|player| player.seek(step)),
            Msg::Go(Target::Memory(value)) => self.open_memory(value),
            Msg::Tick => self.player_mut().advance(),
            Msg::Edited(code) => self.edited(ctx, code),
            Msg::Restore => self.open(ctx, Session::new(self.session.lesson)),
            Msg::Left if self.session.standing() == Standing::Recorded => self.focus(".transport .play"),
            Msg::Left => self.focus(".header .go"),
            Msg::PutAway => self.put_away(),
            Msg::Tab(tab) => self.tab = tab,
            Msg::Narrow(narrow) => self.narrow = narrow,
            Msg::Open(over) => self.over = Some(over),
            Msg::CloseOver => self.over = None,
            Msg::Inside => self.inside = !self.inside,
            Msg::DismissProblem => self.session.problem = None,
            Msg::Explore => self.open_outputs(),
            Msg::Way(number) => self.take_way(ctx, number),
            Msg::Levers(levers) => self.pull(ctx, levers),
            Msg::Address => self.open(ctx, opened(false)),
        }
        self.keep_compared();
        self.keep_playing(ctx);
        self.tell_step();
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.draw(ctx)
    }
}

impl App {
    fn lesson_came(&mut self, ctx: &Context<Self>, id: &str, trace: Option<Rc<Trace>>) {
        if id != self.session.lesson.id {
            return;
        }
        self.session.lesson_came(trace);
        if std::mem::take(&mut self.session.eager) {
            self.simulate(ctx);
        }
        match self.session.standing() {
            Standing::Recorded => tell(Message::Ready),
            // A link to somebody's program at a step: run it, so that the step can be shown.
            _ if self.session.wanted.0 > 0 && self.session.work == Work::Nothing => self.run(ctx),
            _ => {}
        }
        if self.embed {
            tell(Message::Height(EMBED_HEIGHT));
        }
    }

    fn obey(&mut self, command: Command) {
        let by = self.session.unit;
        match command {
            Command::Toggle => self.walk(Player::toggle),
            Command::Forward(unit) => self.walk(|player| player.forward(unit.unwrap_or(by))),
            Command::Back(unit) => self.walk(|player| player.back(unit.unwrap_or(by))),
            Command::Start => self.walk(Player::start),
            Command::End => self.walk(Player::end),
            Command::Faster => self.set_speed(self.session.player.speed().faster()),
            Command::Slower => self.set_speed(self.session.player.speed().slower()),
            Command::Help => self.over = Some(Over::Help),
            Command::Dismiss if self.menu => {
                self.menu = false;
                self.focus(".header .more");
            }
            Command::Dismiss => self.session.problem = None,
        }
    }

    /// Goes somewhere in the run, if the run is that of the code in the editor.
    pub(super) fn walk(&mut self, go: impl FnOnce(&mut Player)) {
        if !self.session.is_shown() {
            return;
        }
        self.touched = true;
        let player = self.player_mut();
        let (step, playing) = (player.step(), player.is_playing());
        go(player);
        // A step by hand ends playback; so does a drag of the scrubber.
        if playing && player.step() != step {
            player.pause();
        }
        self.timer = None;
    }

    /// The cursor over the run that the machine shows.
    pub(super) fn player_mut(&mut self) -> &mut Player {
        match self.comparison.as_mut().and_then(Comparison::leader) {
            Some(player) => player,
            None => &mut self.session.player,
        }
    }

    fn set_speed(&mut self, speed: Speed) {
        self.session.player.set_speed(speed);
        self.player_mut().set_speed(speed);
    }

    fn grant(&mut self, ctx: &Context<Self>, wish: Wish) {
        if wish != Wish::Menu {
            self.menu = false;
        }
        match wish {
            Wish::Simulate => self.simulate(ctx),
            Wish::Lesson(lesson) => self.open(ctx, Session::new(lesson)),
            Wish::Pool(size) => self.session.resize_pool(size),
            Wish::Options(options) => self.session.set_options(options),
            Wish::Profile(profile) => {
                self.session.follow(profile);
                self.engine.warm(profile);
            }
            Wish::Compare(profile) => self.compare(profile),
            Wish::Theme => {
                self.theme = self.theme.other();
                self.theme.choose();
            }
            Wish::Share => {
                let link = self.session.link();
                self.over = Some(Over::Share(address::write(&link).into()));
            }
            Wish::Help => self.over = Some(Over::Help),
            Wish::Menu => self.menu = !self.menu,
        }
    }

    fn open(&mut self, ctx: &Context<Self>, session: Session) {
        self.engine.stop();
        self.run = 0;
        let (speed, unit) = (self.session.player.speed(), self.session.unit);
        self.session = session;
        self.session.player.set_speed(speed);
        self.session.unit = unit;
        self.touched = self.session.wanted.0 > 0;
        storage::remove(storage::Key::Draft);
        fetch_lesson(ctx, self.session.lesson);
    }

    // — running —

    fn simulate(&mut self, ctx: &Context<Self>) {
        if matches!(self.session.work, Work::Starting | Work::Recording(_)) {
            return;
        }
        self.session.problem = None;
        if self.session.work == Work::Fetching && self.session.is_lesson() {
            self.session.eager = true;
        } else if self.session.standing() == Standing::Recorded || self.session.show_recorded() {
            self.play();
        } else {
            self.run(ctx);
        }
    }

    fn play(&mut self) {
        self.touched = true;
        self.timer = None;
        let player = self.player_mut();
        player.start();
        player.play();
    }

    fn run(&mut self, _ctx: &Context<Self>) {
        self.session.run_starts();
        self.run = self.engine.run(&self.session.program());
    }

    /// Looks for all that the program may print, if it may print anything else and nobody has looked yet.
    fn look_for_ways(&mut self) {
        if self.session.known() == Known::Unasked {
            self.session.looking = true;
            self.run = self.engine.explore(&self.session.program());
        }
    }

    fn open_memory(&mut self, value: ValueId) {
        let player = self.player_mut();
        player.pause();
        self.over = Bytes::of(player.trace(), player.snapshot(), value).map(|bytes| Over::Memory(Box::new(bytes)));
    }

    fn open_outputs(&mut self) {
        self.player_mut().pause();
        self.look_for_ways();
        self.over = Some(Over::Outputs);
    }

    fn take_way(&mut self, ctx: &Context<Self>, number: usize) {
        self.over = None;
        self.touched = true;
        let recorded = self.session.take_way(number);
        // The engine can't do both: the search begins anew after the run.
        if std::mem::take(&mut self.session.looking) {
            self.session.found = None;
        }
        if !recorded {
            self.run(ctx);
        }
    }

    fn pull(&mut self, ctx: &Context<Self>, levers: Vec<Lever>) {
        self.over = None;
        if levers != self.session.settings.levers {
            self.session.pull(levers);
            self.run(ctx);
        }
    }

    fn heard(&mut self, report: Report) {
        match report {
            Report::Started => self.session.work = Work::Recording(0),
            Report::Chunk(chunk) => self.session.chunk_came(*chunk),
            Report::Finished => {
                let begins = self.session.begins();
                self.session.run_ends(None);
                self.touched = true;
                tell(Message::Ready);
                if begins && self.session.problem.is_none() && self.session.standing() == Standing::Recorded {
                    self.play();
                }
                self.look_for_ways();
            }
            Report::Found(found) => {
                if self.session.looking {
                    self.session.found = Some(Rc::from(found));
                }
            }
            Report::Explored => {
                self.session.looking = false;
            }
            Report::Failed(failure) => {
                let problem = match &failure {
                    Failure::Refused(words) => Problem::refused(words),
                    other => Problem::plain(other.title(), other.advice()),
                };
                self.session.run_ends(Some(problem));
            }
        }
    }

    /// Waits as long as the shown step is worth, then goes on.
    fn keep_playing(&mut self, ctx: &Context<Self>) {
        let player = self.player_mut();
        if !player.is_playing() {
            self.timer = None;
            return;
        }
        let dwell = player.dwell();
        let link = ctx.link().clone();
        self.timer = Some(Timeout::new(dwell, move || link.send_message(Msg::Tick)));
    }

    fn tell_step(&mut self) {
        let step = self.session.player.step();
        if self.embed && self.told != Some(step) {
            self.told = Some(step);
            tell(Message::Step(step.0));
        }
    }

    // — editing —

    fn edited(&mut self, ctx: &Context<Self>, code: Rc<str>) {
        if self.session.work != Work::Nothing && self.session.work != Work::Fetching {
            self.engine.stop();
            self.session.work = Work::Nothing;
        }
        self.session.edit(code);
        self.engine.warm(self.session.settings.profile);
        let link = ctx.link().clone();
        self.draft = Some(Timeout::new(DRAFT_AFTER_MS, move || link.send_message(Msg::PutAway)));
    }

    fn put_away(&mut self) {
        self.draft = None;
        if self.session.is_lesson() {
            storage::remove(storage::Key::Draft);
        } else {
            storage::set(storage::Key::Draft, &link::pack(&self.session.link()));
        }
    }

    pub(super) fn focus(&self, selector: &str) {
        let found = self.root.cast::<web_sys::Element>().and_then(|root| root.query_selector(selector).ok().flatten());
        if let Some(element) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.focus();
        }
    }
}
