//! Levers: what the program's streams are set to, without a change of its code.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::dialog::Dialog;
use player::{Player, Setting, Tunable, set_lever, tunables};
use trace::{Buffered, Lever, SizeUnit};

#[derive(Properties, PartialEq)]
pub struct LeversProps {
    /// Over a run of the program.
    pub player: Player,
    pub levers: Vec<Lever>,
    /// The program is to run so.
    pub on_pull: Callback<Vec<Lever>>,
    pub on_close: Callback<()>,
}

#[component]
pub fn Levers(props: &LeversProps) -> Html {
    let levers = use_state(|| props.levers.clone());
    let streams = tunables(props.player.trace());
    let pull = {
        let (levers, on_pull) = (levers.clone(), props.on_pull.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            on_pull.emit((*levers).clone());
        }
    };
    let rest = props.on_pull.reform(|_: MouseEvent| Vec::new());
    html! {
        <Dialog title="Levers" on_close={props.on_close.clone()}>
            <p>{ "The program runs again with these set, its code as it is. An empty field is what the program says itself." }</p>
            <form class="levers" onsubmit={pull}>
                { for streams.iter().map(|stream| fieldset(stream, &levers)) }
                <div class="levers-end">
                    <button type="submit" class="go">{ "Run with these" }</button>
                    if !props.levers.is_empty() {
                        <button type="button" class="pill" onclick={rest}>{ "Take all off" }</button>
                    }
                </div>
            </form>
        </Dialog>
    }
}

fn fieldset(stream: &Tunable, levers: &UseStateHandle<Vec<Lever>>) -> Html {
    let of = |buffer: Option<Buffered>, settings: &[Setting]| {
        let Some(buffer) = buffer else { return Html::default() };
        // An object has no size to be asked for.
        let settings = settings.iter().filter(|setting| !(buffer.unit != SizeUnit::Bytes && **setting == Setting::Chunk));
        settings.map(|setting| field(stream, buffer, *setting, levers)).collect::<Html>()
    };
    html! {
        <fieldset>
            <legend><code>{ &stream.name }</code>if stream.name != stream.class { <span>{ &stream.class }</span> }</legend>
            { of(stream.readable, &Setting::READABLE) }
            { of(stream.writable, &Setting::WRITABLE) }
        </fieldset>
    }
}

fn field(stream: &Tunable, buffer: Buffered, setting: Setting, levers: &UseStateHandle<Vec<Lever>>) -> Html {
    let made = stream.made;
    let now = levers.iter().find(|lever| lever.made == made).and_then(|lever| setting.of(lever));
    let own = match setting {
        // What the lever has set is not what the program says.
        Setting::ReadableMark | Setting::WritableMark if now.is_none() => buffer.high_water_mark.to_string(),
        _ => String::new(),
    };
    let (label, unit) = words(setting, buffer);
    let oninput = {
        let levers = levers.clone();
        move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let mut changed = (*levers).clone();
            set_lever(&mut changed, made, setting, input.value().trim().parse().ok());
            levers.set(changed);
        }
    };
    html! {
        <label>
            <span>{ label }</span>
            <input type="number" inputmode="numeric" min={setting.least().to_string()} max={setting.most().to_string()} step="1" placeholder={own}
                value={now.map(|now| now.to_string())} {oninput} />
            <span class="unit">{ unit }</span>
        </label>
    }
}

fn words(setting: Setting, buffer: Buffered) -> (&'static str, &'static str) {
    let unit = if buffer.unit == SizeUnit::Objects { "objects" } else { "bytes" };
    match setting {
        Setting::ReadableMark => ("Readable high-water mark", unit),
        Setting::WritableMark => ("Writable high-water mark", unit),
        Setting::Chunk => ("_read is asked for", "bytes"),
        Setting::SourceDelay => ("Before each _read", "ms"),
        Setting::SinkDelay => ("Each _write takes longer by", "ms"),
    }
}
