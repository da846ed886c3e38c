//! The header: what is open, under which settings, and the button that runs it.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::icon::icon;
use super::theme::Theme;
use browser::link::Beside;
use lesson::{self, Lesson};
use trace::Profile;

/// Node's options that the page offers; a link may carry others.
const OPTIONS: [&str; 4] = ["", "--expose-gc", "--max-old-space-size=16", "--max-old-space-size=64"];
/// What `UV_THREADPOOL_SIZE` can be set to here.
const POOL_SIZES: [u16; 6] = [1, 2, 3, 4, 8, 16];

/// What the header's controls ask for.
#[derive(Clone, Copy, PartialEq)]
pub enum Wish {
    Simulate,
    Lesson(&'static Lesson),
    Pool(u16),
    /// Node's options, with a space between them.
    Options(&'static str),
    Profile(Profile),
    /// Beside the run of another version; `None`: alone again.
    Compare(Option<Beside>),
    Theme,
    Share,
    Help,
    Menu,
}

#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    pub lesson: &'static Lesson,
    pub profile: Profile,
    /// The version that it is compared with.
    pub compare: Option<Beside>,
    /// What may stand beside the run.
    pub besides: Vec<Beside>,
    pub pool_size: u16,
    /// Node's options, with a space between them.
    pub options: String,
    pub theme: Theme,
    /// On a phone: the menu is open.
    pub menu: bool,
    /// A run goes on.
    pub busy: bool,
    pub on_wish: Callback<Wish>,
}

#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let wish = |wish: Wish| props.on_wish.reform(move |_: MouseEvent| wish);
    let theme = ["Switch to the ", props.theme.other().name(), " theme"].concat();
    let theme_icon = match props.theme {
        Theme::Dark => "#i-sun",
        Theme::Light => "#i-moon",
    };
    html! {
        <header class="header">
            <h1>{ "Node Lifecycle" }</h1>
            <button type="button" class="pill square more" aria-label="Menu" aria-expanded={props.menu.to_string()} aria-controls="tools" onclick={wish(Wish::Menu)}>
                { icon("#i-more") }
            </button>
            <div id="tools" class={classes!("tools", props.menu.then_some("open"))}>
                { lessons(props) }
                { version(props) }
                { compare(props) }
                { pool(props) }
                { options(props) }
                <span class="space"></span>
                <button type="button" class="pill square" aria-label={theme.clone()} title={theme} onclick={wish(Wish::Theme)}>{ icon(theme_icon) }</button>
                <button type="button" class="pill square" aria-label="Help" title="Help (?)" onclick={wish(Wish::Help)}>{ icon("#i-help") }</button>
                <button type="button" class="pill" onclick={wish(Wish::Share)}>{ "Share" }</button>
            </div>
            <button type="button" class="go" aria-disabled={props.busy.to_string()} onclick={wish(Wish::Simulate)}>{ icon("#i-play") }{ "Simulate Flow" }</button>
        </header>
    }
}

fn lessons(props: &HeaderProps) -> Html {
    let current = props.lesson;
    let onchange = props.on_wish.reform(move |event: Event| Wish::Lesson(lesson::all().get(selected(&event)).unwrap_or(current)));
    html! {
        <span class="pill pick on">
            <select aria-label="Lesson" {onchange}>
                { for lesson::all().iter().map(|lesson| html! { <option selected={lesson.id == current.id}>{ lesson.title }</option> }) }
            </select>
        </span>
    }
}

fn version(props: &HeaderProps) -> Html {
    let current = props.profile;
    let option = |profile: Profile| html! { <option selected={profile == current}>{ "Node " }{ profile.major() }</option> };
    let onchange = props.on_wish.reform(move |event: Event| Wish::Profile(Profile::ALL.get(selected(&event)).copied().unwrap_or(current)));
    html! {
        <span class="pill pick">
            <select aria-label="Version of Node" title="The release line whose rules and library this machine follows" {onchange}>
                { for Profile::ALL.into_iter().map(option) }
            </select>
        </span>
    }
}

fn compare(props: &HeaderProps) -> Html {
    let others = props.besides.clone();
    let none = if props.compare.is_some() { "No comparison" } else { "Compare with…" };
    let options = others.iter().map(|beside| {
        let words = match beside {
            Beside::Under(profile) => format!("and Node {}", profile.major()),
            Beside::AtRest => "and without levers".to_owned(),
            Beside::Opened => "and as it was opened".to_owned(),
        };
        html! { <option selected={props.compare == Some(*beside)}>{ words }</option> }
    });
    let options = options.collect::<Html>();
    // The first one is none.
    let onchange =
        props.on_wish.reform(move |event: Event| Wish::Compare(selected(&event).checked_sub(1).and_then(|place| others.get(place).copied())));
    html! {
        <span class={classes!("pill", "pick", "compare", props.compare.map(|_| "on"))}>
            <select aria-label="Compare with a second run" title="Run this program a second time, under another version or as it was, and see where the two part" {onchange}>
                <option selected={props.compare.is_none()}>{ none }</option>
                { options }
            </select>
        </span>
    }
}

fn pool(props: &HeaderProps) -> Html {
    let current = props.pool_size;
    let sizes: Vec<u16> = if POOL_SIZES.contains(&current) { POOL_SIZES.to_vec() } else { [&[current][..], &POOL_SIZES].concat() };
    let options = sizes.iter().map(|size| html! { <option selected={*size == current}>{ "Pool " }{ *size }</option> }).collect::<Html>();
    let onchange = props.on_wish.reform(move |event: Event| Wish::Pool(sizes.get(selected(&event)).copied().unwrap_or(current)));
    html! {
        <span class="pill pick">
            <select aria-label="Worker threads in the pool (UV_THREADPOOL_SIZE)" title="Worker threads in the pool (UV_THREADPOOL_SIZE)" {onchange}>{ options }</select>
        </span>
    }
}

fn options(props: &HeaderProps) -> Html {
    let current = &*props.options;
    let own = Some(current).filter(|own| !OPTIONS.contains(own));
    let option = |options: &str| {
        let words = if options.is_empty() { "No options" } else { options };
        html! { <option selected={options == current}>{ words.to_owned() }</option> }
    };
    let listed = OPTIONS.into_iter().chain(own).map(option).collect::<Html>();
    let on_wish = props.on_wish.clone();
    let onchange = move |event: Event| {
        if let Some(options) = OPTIONS.get(selected(&event)) {
            on_wish.emit(Wish::Options(options));
        }
    };
    html! {
        <span class={classes!("pill", "pick", "options", (!current.is_empty()).then_some("on"))}>
            <select aria-label="Node’s options" title="Node’s options, as on a command line between node and the file: gc() for the program, or a small heap" {onchange}>{ listed }</select>
        </span>
    }
}

fn selected(event: &Event) -> usize {
    event.target_dyn_into::<HtmlSelectElement>().and_then(|select| usize::try_from(select.selected_index()).ok()).unwrap_or(usize::MAX)
}
