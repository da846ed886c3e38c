//! The page's layout: which components stand where, wide, narrow and embedded.

use yew::prelude::*;

use super::app::{App, Msg, Over};
use super::banner::Banner;
use super::caption_strip::{CaptionStrip, Line};
use super::console::Console;
use super::editor::Code;
use super::file::File;
use super::header::Header;
use super::help::Help;
use super::outputs::Outputs;
use super::session::{Standing, Work};
use super::share::Share;
use super::stage::Stage;
use super::tabs::Tabs;
use super::timeline::Timeline;
use super::transport::Transport;
use crate::player::Player;
use crate::scene::View;

impl App {
    pub(super) fn draw(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let shown = self.shown();
        html! {
            <div class={classes!("app", self.embed.then_some("embed"))} ref={self.root.clone()}>
                { self.header(ctx) }
                <main class="frame">
                    <div class="left">
                        { self.code(ctx, shown) }
                        if !self.narrow { { self.console(ctx, shown) } }
                    </div>
                    { self.stage(ctx, shown) }
                    if self.narrow {
                        <Tabs chosen={self.tab} counts={counts(shown)} on_choose={link.callback(Msg::Tab)} />
                    }
                    <CaptionStrip line={self.line(shown)} playing={shown.is_some_and(Player::is_playing)} />
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
                            if let Some(player) = shown {
                                <Timeline player={player.clone()} forks={self.session.forks()} on_seek={link.callback(Msg::Seek)} />
                            }
                        </div>
                    </div>
                </main>
                { self.over(ctx) }
            </div>
        }
    }

    /// The player, if its run is that of the code in the editor.
    fn shown(&self) -> Option<&Player> {
        let fits = self.session.standing() == Standing::Recorded && self.session.work == Work::Nothing;
        fits.then_some(&self.session.player)
    }

    fn header(&self, ctx: &Context<Self>) -> Html {
        let session = &self.session;
        html! {
            <Header
                lesson={session.lesson}
                profile={session.settings.profile}
                pool_size={session.settings.pool_size}
                theme={self.theme}
                menu={self.menu}
                busy={matches!(session.work, Work::Starting | Work::Recording(_))}
                on_wish={ctx.link().callback(Msg::Wish)}
            />
        }
    }

    fn code(&self, ctx: &Context<Self>, shown: Option<&Player>) -> Html {
        let touched = shown.filter(|_| self.touched);
        let entry = |script: crate::trace::ScriptId| script.0 == 0;
        let marks = touched.map(Player::gutter).unwrap_or_default();
        html! {
            <section class="code-place" aria-label="Program">
                <Code
                    code={self.session.code.clone()}
                    focus={touched.and_then(Player::focus).filter(|focus| entry(focus.script))}
                    marks={marks.into_iter().filter(|mark| entry(mark.script)).collect::<Vec<_>>()}
                    wrong={self.session.problem.as_ref().and_then(|problem| problem.place)}
                    on_edit={ctx.link().callback(Msg::Edited)}
                    on_leave={ctx.link().callback(|()| Msg::Left)}
                />
                <div class="code-tools">
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

    fn stage(&self, ctx: &Context<Self>, shown: Option<&Player>) -> Html {
        let link = ctx.link();
        let view = if self.narrow { self.tab.view() } else { Some(View::Whole) };
        let note = match (self.session.standing(), self.session.work) {
            (_, Work::Starting) => Some("Starting the engine. The first time it is downloaded."),
            (_, Work::Recording(_)) => Some("The program runs and is being recorded."),
            (Standing::Stale, _) => Some("The program has changed. Press Simulate Flow to run it."),
            (Standing::Unrun, Work::Nothing) => Some("This program was not run yet. Press Simulate Flow."),
            (Standing::Unrun, Work::Fetching) | (Standing::Recorded, _) => None,
        };
        let empty = Player::new(std::rc::Rc::default());
        html! {
            <section id="stage" class={classes!("stage-place", note.map(|_| "asleep"))} aria-label="Machine">
                if let Some(view) = view {
                    <Stage player={shown.cloned().unwrap_or(empty)} {view} on_jump={link.callback(Msg::Seek)} />
                } else {
                    { self.console(ctx, shown) }
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

    fn console(&self, ctx: &Context<Self>, shown: Option<&Player>) -> Html {
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

/// The numbers on the tabs: what the tab's part holds now.
fn counts(shown: Option<&Player>) -> [String; 4] {
    let Some(player) = shown else { return Default::default() };
    let snapshot = player.snapshot();
    let waiting = snapshot.ticks.len() + snapshot.microtasks.len() + snapshot.timers.len() + snapshot.immediates.len();
    let busy = snapshot.workers.iter().flatten().count();
    let some = |count: usize| if count == 0 { String::new() } else { count.to_string() };
    [some(waiting), some(snapshot.stack.len()), some(busy + snapshot.pool_queue.len()), some(snapshot.console)]
}
