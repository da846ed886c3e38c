//! The page's layout: which components stand where, wide, narrow and embedded.

use std::rc::Rc;

use yew::prelude::*;

use super::app::{App, Msg, Over};
use super::banner::Banner;
use super::caption_strip::{CaptionStrip, Line};
use super::comparison::{Both, Comparison, State};
use super::console::Console;
use super::editor::{Code, LibraryCode};
use super::file::File;
use super::function::FunctionView;
use super::header::{Header, Wish};
use super::help::Help;
use super::levers::Levers;
use super::memory::Memory;
use super::outputs::Outputs;
use super::session::{Standing, Work};
use super::share::Share;
use super::stage::Stage;
use super::tabs::{Tab, Tabs};
use super::timeline::{Timeline, TwinTimeline};
use super::transport::Transport;
use super::twin_bar::{TwinBar, Verdict};
use super::twin_console::TwinConsole;
use player::{Player, Side, comparison as comparison_of, plural};
use trace::Snapshot;

impl App {
    pub(super) fn draw(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let shown = self.shown();
        let both = self.both();
        let twin = self.comparison.as_ref().map(|_| if both.is_some() { "twin both" } else { "twin" });
        html! {
            <div class={classes!("app", self.embed.then_some("embed"), twin)} ref={self.root.clone()}>
                { self.header(ctx) }
                <main class="frame">
                    { self.twin_bar(ctx) }
                    <div class="left">
                        { self.code(ctx, shown) }
                        if !self.narrow { { self.console(ctx, shown, both.as_ref()) } }
                    </div>
                    <Tabs chosen={self.tab_of(shown, both.as_ref())} shown={self.tabs(shown, both.as_ref())} on_choose={link.callback(Msg::Tab)} />
                    { self.stage(ctx, shown, both.as_ref()) }
                    { self.captions(shown, both.as_ref()) }
                    <div class="time">
                        <Transport
                            player={shown.cloned()}
                            unit={self.session.unit}
                            speed={self.session.player.speed()}
                            on_command={link.callback(Msg::Command)}
                            on_unit={link.callback(Msg::Unit)}
                            on_speed={link.callback(Msg::Speed)}
                        />
                        <div class="timeline-place">
                            if let Some(both) = both {
                                <TwinTimeline {both} on_seek={link.callback(Msg::Seek)} />
                            } else if let Some(player) = shown {
                                <Timeline key={Rc::as_ptr(player.trace()) as usize} player={player.clone()} forks={self.session.forks()} on_seek={link.callback(Msg::Seek)} />
                            }
                        </div>
                    </div>
                </main>
                { self.over(ctx) }
            </div>
        }
    }

    /// The cursor over the run that is shown, if it is of the code in the editor.
    fn shown(&self) -> Option<&Player> {
        if !self.session.is_shown() {
            return None;
        }
        let comparison = self.comparison.as_ref().filter(|comparison| comparison.lead == Side::B);
        let beside = comparison.and_then(Comparison::recorded).map(|(player, _)| player);
        Some(beside.unwrap_or(&self.session.player))
    }

    /// Both runs, where there are two.
    fn both(&self) -> Option<Both> {
        let comparison = self.comparison.as_ref()?;
        let (second, twin) = comparison.recorded()?;
        let players = [self.session.player.clone(), second.clone()];
        Some(Both { names: self.names(comparison), players, twin: Rc::clone(twin), lead: comparison.lead })
    }

    /// What each of two runs is called.
    fn names(&self, comparison: &Comparison) -> [AttrValue; 2] {
        self.session.names(comparison.beside).map(|name| AttrValue::from(name.label))
    }

    fn twin_bar(&self, ctx: &Context<Self>) -> Html {
        let Some(comparison) = &self.comparison else { return Html::default() };
        let link = ctx.link();
        let names = self.names(comparison);
        let verdict = match &comparison.state {
            State::Running(steps) => Verdict::Running(*steps),
            State::Failed(problem) => Verdict::Failed(problem.clone()),
            State::Recorded { twin, .. } => {
                Verdict::Told { sentence: comparison_of(twin, &self.session.names(comparison.beside)), parts: twin.parted().is_some() }
            }
        };
        html! {
            <TwinBar
                {names}
                lead={comparison.lead}
                {verdict}
                on_lead={link.callback(Msg::Lead)}
                on_parting={link.callback(|()| Msg::Parting)}
                on_again={link.callback(|()| Msg::CompareAgain)}
                on_close={link.callback(|()| Msg::Wish(Wish::Compare(None)))}
            />
        }
    }

    /// What just happened; in both runs, where there are two and there is room.
    fn captions(&self, shown: Option<&Player>, both: Option<&Both>) -> Html {
        let playing = shown.is_some_and(Player::is_playing);
        let Some(both) = both.filter(|_| !self.narrow && self.touched) else {
            let run = both.map(|both| both.name(both.lead).clone());
            return html! { <CaptionStrip {run} line={self.line(shown)} {playing} /> };
        };
        html! {
            <div class="captions">
                { for Side::BOTH.into_iter().map(|side| {
                    let (line, lead) = (Line::Step(both.player(side).caption()), side == both.lead);
                    // A screen reader is told of the run that leads.
                    html! { <CaptionStrip run={both.name(side).clone()} {line} playing={playing || !lead} /> }
                }) }
            </div>
        }
    }

    fn header(&self, ctx: &Context<Self>) -> Html {
        let session = &self.session;
        html! {
            <Header
                lesson={session.lesson}
                profile={session.settings.profile}
                compare={session.compare}
                besides={session.besides()}
                pool_size={session.settings.pool_size}
                options={session.settings.options.join(" ")}
                theme={self.theme}
                menu={self.menu}
                busy={matches!(session.work, Work::Starting | Work::Recording(_))}
                on_wish={ctx.link().callback(Msg::Wish)}
            />
        }
    }

    fn code(&self, ctx: &Context<Self>, shown: Option<&Player>) -> Html {
        // Of a run of other code nothing is marked in this one.
        let other = self.comparison.as_ref().is_some_and(|comparison| comparison.lead == Side::B && self.session.has_other_code(comparison.beside));
        let touched = shown.filter(|_| self.touched && !other);
        let inside = shown.filter(|player| self.inside && !player.trace().library().is_empty()).map(Player::inside);
        let entry = |script: trace::ScriptId| script.0 == 0;
        let marks = touched.map(Player::gutter).unwrap_or_default();
        html! {
            <section class={classes!("code-place", inside.is_some().then_some("with-library"))} aria-label="Program">
                <Code
                    code={self.session.code.clone()}
                    focus={touched.and_then(Player::focus).filter(|focus| entry(focus.script))}
                    marks={marks.into_iter().filter(|mark| entry(mark.script)).collect::<Vec<_>>()}
                    wrong={self.session.problem.as_ref().and_then(|problem| problem.place)}
                    on_edit={ctx.link().callback(Msg::Edited)}
                    on_leave={ctx.link().callback(|()| Msg::Left)}
                />
                if let Some(inside) = inside {
                    <LibraryCode {inside} on_close={ctx.link().callback(|()| Msg::Inside)} />
                }
                <div class="code-tools">
                    { self.library_button(ctx, shown) }
                    { self.levers(ctx) }
                    if !self.session.is_lesson() {
                        <button type="button" class="pill" onclick={ctx.link().callback(|_| Msg::Restore)}>{ "Restore the lesson" }</button>
                    }
                    { for self.session.other_files().into_iter().enumerate().map(|(index, (name, _))| {
                        let open = ctx.link().callback(move |_| Msg::Open(Over::File(index)));
                        html! { <button type="button" class="pill on-disk" title="A file on the machine’s disk" onclick={open}>{ name }</button> }
                    }) }
                </div>
            </section>
        }
    }

    /// Of a run whose steps say which function of Node's they are inside of.
    fn library_button(&self, ctx: &Context<Self>, shown: Option<&Player>) -> Html {
        if shown.is_none_or(|player| player.trace().library().is_empty()) {
            return Html::default();
        }
        html! {
            <button type="button" class={classes!("pill", self.inside.then_some("on"))} aria-pressed={self.inside.to_string()}
                title="The function of Node’s own JavaScript that each step is inside of" onclick={ctx.link().callback(|_| Msg::Inside)}>{ "Node’s code" }</button>
        }
    }

    /// Of a program whose run had streams of Node's own.
    fn levers(&self, ctx: &Context<Self>) -> Html {
        let set = self.session.settings.levers.len();
        if self.session.work != Work::Nothing || (set == 0 && self.session.player.trace().streams().iter().all(|stream| stream.made.is_none())) {
            return Html::default();
        }
        let open = ctx.link().callback(|_| Msg::Open(Over::Levers));
        let words = if set == 0 { "Levers…".to_owned() } else { [&plural(set, "lever"), " set…"].concat() };
        html! {
            <button type="button" class={classes!("pill", "levers", (set > 0).then_some("on"))} title="High-water marks, chunks and delays of the program’s streams"
                onclick={open}>{ words }</button>
        }
    }

    fn stage(&self, ctx: &Context<Self>, shown: Option<&Player>, both: Option<&Both>) -> Html {
        let link = ctx.link();
        let tab = self.tab_of(shown, both);
        let view = tab.view();
        let note = match (self.session.standing(), self.session.work) {
            (_, Work::Starting) => Some("Starting the engine. The first time it is downloaded."),
            (_, Work::Recording(_)) => Some("The program runs and is being recorded."),
            (Standing::Stale, _) => Some("The program has changed. Press Simulate Flow to run it."),
            (Standing::Unrun, Work::Nothing) => Some("This program was not run yet. Press Simulate Flow."),
            (Standing::Unrun, Work::Fetching) | (Standing::Recorded, _) => None,
        };
        let empty = Player::new(Rc::default());
        html! {
            <section id="stage" class={classes!("stage-place", note.map(|_| "asleep"))} aria-label="Machine">
                if let Some(view) = view {
                    <Stage player={shown.cloned().unwrap_or(empty)} both={both.cloned()} {view} on_go={link.callback(Msg::Go)} />
                } else if tab == Tab::Function {
                    <FunctionView player={shown.cloned().unwrap_or(empty)} on_seek={link.callback(Msg::Seek)} />
                } else {
                    { self.console(ctx, shown, both) }
                }
                if let Some(problem) = &self.session.problem {
                    <Banner problem={problem.clone()} on_dismiss={link.callback(|()| Msg::DismissProblem)} />
                }
                if let Some(note) = note.filter(|_| self.session.problem.is_none()) {
                    <div class="stage-note"><p>{ note }</p></div>
                }
            </section>
        }
    }

    fn console(&self, ctx: &Context<Self>, shown: Option<&Player>, both: Option<&Both>) -> Html {
        if let Some(both) = both.cloned() {
            return html! { <TwinConsole {both} /> };
        }
        html! { <Console player={shown.cloned()} known={self.session.known()} on_outputs={ctx.link().callback(|()| Msg::Explore)} /> }
    }

    fn line(&self, shown: Option<&Player>) -> Line {
        let note = |title, text: &str| Line::Note { title, text: text.to_owned() };
        match (shown, self.session.work) {
            (Some(player), _) if self.touched => Line::Step(player.caption()),
            (Some(_), _) => note("Ready", "Press Simulate Flow and watch this program run, or go through it step by step."),
            (None, Work::Fetching) => note("Loading", "The lesson’s recorded run is on its way."),
            (None, Work::Starting) => note("Starting", "The engine and Node.js’s own library are being loaded."),
            (None, Work::Recording(steps)) => Line::Note { title: "Recording", text: [&steps.to_string(), " steps so far."].concat() },
            (None, Work::Nothing) if self.session.problem.is_some() => {
                note("Not recorded", "There is nothing of this program to step through; the message says why.")
            }
            (None, Work::Nothing) if self.session.standing() == Standing::Stale => {
                note("Changed", "The recorded run was of another program. Press Simulate Flow to run this one.")
            }
            (None, Work::Nothing) => note("Not run yet", "Press Simulate Flow to run this program."),
        }
    }

    fn over(&self, ctx: &Context<Self>) -> Html {
        let on_close = ctx.link().callback(|()| Msg::CloseOver);
        match &self.over {
            None => Html::default(),
            Some(Over::Help) => html! { <Help {on_close} /> },
            Some(Over::File(index)) => match self.session.other_files().into_iter().nth(*index) {
                Some((name, text)) => html! { <File {name} {text} {on_close} /> },
                None => Html::default(),
            },
            Some(Over::Levers) => html! {
                <Levers
                    player={self.session.player.clone()}
                    levers={self.session.settings.levers.clone()}
                    on_pull={ctx.link().callback(Msg::Levers)}
                    {on_close}
                />
            },
            Some(Over::Memory(bytes)) => html! { <Memory bytes={(**bytes).clone()} narrow={self.narrow} {on_close} /> },
            Some(Over::Outputs) => html! {
                <Outputs
                    player={self.session.player.clone()}
                    found={self.session.found.clone()}
                    known={self.session.known()}
                    on_choose={ctx.link().callback(Msg::Way)}
                    on_seek={ctx.link().batch_callback(|step| vec![Msg::CloseOver, Msg::Seek(step)])}
                    {on_close}
                />
            },
            Some(Over::Share(link)) => html! { <Share link={link.clone()} {on_close} /> },
        }
    }
}

impl App {
    /// The chosen tab, or the first where this run has not what it is for.
    fn tab_of(&self, shown: Option<&Player>, both: Option<&Both>) -> Tab {
        let all = Tab::all(self.narrow);
        if all.contains(&self.tab) && is_there(self.tab, shown, both) { self.tab } else { all[0] }
    }

    /// The tabs with their numbers: what the tab's part holds now.
    fn tabs(&self, shown: Option<&Player>, both: Option<&Both>) -> Vec<(Tab, String)> {
        let numbers = shown.filter(|_| self.narrow).map(Player::snapshot);
        let some = |count: usize| if count == 0 { String::new() } else { count.to_string() };
        let number = |tab: Tab| numbers.map_or_else(String::new, |snapshot| some(count(tab, snapshot)));
        Tab::all(self.narrow).iter().filter(|tab| is_there(**tab, shown, both)).map(|tab| (*tab, number(*tab))).collect()
    }
}

/// Streams have a tab where a run that is shown has some.
fn is_there(tab: Tab, shown: Option<&Player>, both: Option<&Both>) -> bool {
    let has_streams = |player: &Player| !player.trace().streams().is_empty();
    tab != Tab::Streams || both.map_or_else(|| shown.is_some_and(has_streams), |both| both.players.iter().any(has_streams))
}

/// How much of what it is for a tab has now.
fn count(tab: Tab, snapshot: &Snapshot) -> usize {
    match tab {
        Tab::Machine | Tab::Objects | Tab::Shapes | Tab::Heap | Tab::Function => 0,
        Tab::Loop => snapshot.ticks.len() + snapshot.microtasks.len() + snapshot.timers.len() + snapshot.immediates.len(),
        Tab::V8 => snapshot.stack.len(),
        Tab::Pool => snapshot.workers.iter().flatten().count() + snapshot.pool_queue.len(),
        Tab::Streams => snapshot.streams.len(),
        Tab::Console => snapshot.console,
    }
}
