//! The transport: to the start, back, play, forward, to the end; how far a step goes, and how fast it plays.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::icon::icon;
use super::keyboard::Command;
use player::{Player, Speed, Unit};

#[derive(Properties, PartialEq)]
pub struct TransportProps {
    /// `None` while there is nothing to go through.
    pub player: Option<Player>,
    pub unit: Unit,
    pub speed: Speed,
    pub on_command: Callback<Command>,
    pub on_unit: Callback<Unit>,
    pub on_speed: Callback<Speed>,
}

#[component]
pub fn Transport(props: &TransportProps) -> Html {
    let player = props.player.as_ref();
    let playing = player.is_some_and(Player::is_playing);
    let at_start = player.is_none_or(|player| player.step().0 == 0);
    let at_end = player.is_none_or(Player::is_at_end);
    let button = |name: String, class: &'static str, sign: &'static str, disabled: bool, command: Command| {
        // Not `disabled`: a button at the end of its way keeps the focus.
        let on_command = props.on_command.clone();
        let onclick = move |_: MouseEvent| {
            if !disabled {
                on_command.emit(command);
            }
        };
        html! { <button type="button" {class} aria-disabled={disabled.to_string()} aria-label={name.clone()} title={name} {onclick}>{ icon(sign) }</button> }
    };
    let unit = props.unit.name();
    let (toggle, sign) = if playing { ("Pause", "#i-pause") } else { ("Play", "#i-play") };
    html! {
        <div class="transport" role="group" aria-label="Playback">
            <div class="row">
                { button("To the start".into(), "start", "#i-start", at_start, Command::Start) }
                { button(["Back one ", unit].concat(), "back", "#i-back", at_start, Command::Back(None)) }
                { button(toggle.into(), "play", sign, player.is_none(), Command::Toggle) }
                { button(["Forward one ", unit].concat(), "forward", "#i-forward", at_end, Command::Forward(None)) }
                { button("To the end".into(), "end", "#i-end", at_end, Command::End) }
            </div>
            <div class="row">
                { select("A step is", &Unit::ALL, props.unit, |unit| ["by ", unit.name()].concat(), &props.on_unit) }
                { select("Speed", &Speed::ALL, props.speed, |speed| speed.label().to_owned(), &props.on_speed) }
            </div>
        </div>
    }
}

/// A choice among few, as a native select: it brings its own keyboard and its own list on a phone.
fn select<T: Copy + PartialEq + 'static>(name: &'static str, all: &'static [T], chosen: T, label: fn(T) -> String, on: &Callback<T>) -> Html {
    let onchange = on.reform(move |event: Event| {
        let index = event.target_dyn_into::<HtmlSelectElement>().map_or(-1, |select| select.selected_index());
        usize::try_from(index).ok().and_then(|index| all.get(index)).copied().unwrap_or(chosen)
    });
    html! {
        <span class="pill pick">
            <select aria-label={name} title={name} {onchange}>
                { for all.iter().map(|choice| html! { <option selected={*choice == chosen}>{ label(*choice) }</option> }) }
            </select>
        </span>
    }
}
