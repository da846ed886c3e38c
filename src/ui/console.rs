//! The console: what the program has printed up to the step, and which queue's callback printed it.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::outputs::Known;
use player::{Player, Role};
use trace::{ConsoleLine, OutputStream};

/// More than anybody reads; the trace keeps the rest.
const SHOWN: usize = 400;

#[derive(Properties)]
pub struct ConsoleProps {
    /// `None` while there is no run of the code in the editor.
    pub player: Option<Player>,
    pub known: Known,
    /// The reader asks for all that the program may print.
    pub on_outputs: Callback<()>,
}

/// Most steps print nothing: the lines are drawn anew only if there are others, or another is the newest.
impl PartialEq for ConsoleProps {
    fn eq(&self, other: &Self) -> bool {
        let what = |props: &Self| props.player.as_ref().map(|player| (Rc::as_ptr(player.trace()), player.snapshot().console, fresh(player)));
        what(self) == what(other) && self.known == other.known
    }
}

/// The line that the shown step has printed.
fn fresh(player: &Player) -> Option<usize> {
    let last = player.snapshot().console.checked_sub(1)?;
    player.trace().console().get(last).is_some_and(|line| line.step == player.step()).then_some(last)
}

#[component]
pub fn Console(props: &ConsoleProps) -> Html {
    let list = use_node_ref();
    let printed = props.player.as_ref().map_or(0, |player| player.snapshot().console);
    {
        let list = list.clone();
        use_effect_with(printed, move |_| {
            if let Some(list) = list.cast::<Element>() {
                list.set_scroll_top(list.scroll_height());
            }
        });
    }
    let lines = props.player.as_ref().filter(|_| printed > 0).map(|player| {
        let first = printed.saturating_sub(SHOWN);
        player.trace().console()[first..printed].iter().enumerate().map(|(index, line)| row(player, first + index, line)).collect::<Html>()
    });
    html! {
        <section class="console" aria-label="Console">
            <div class="console-head">
                <h2 class="label">{ "Console" }</h2>
                { outputs(props) }
            </div>
            if let Some(lines) = lines {
                <ol ref={list} tabindex="0" aria-label="Console output">{ lines }</ol>
            } else {
                <p class="none">{ "Nothing printed yet." }</p>
            }
        </section>
    }
}

fn outputs(props: &ConsoleProps) -> Html {
    let Some(words) = props.known.words() else { return Html::default() };
    if props.known.opens() {
        let open = props.on_outputs.reform(|_: MouseEvent| ());
        html! { <button type="button" class="pill outputs" aria-haspopup="dialog" onclick={open}>{ words }</button> }
    } else {
        html! { <span class="outputs" title="On a computer with little else to do: no timer, job or wake-up of this run comes near another">{ words }</span> }
    }
}

fn row(player: &Player, index: usize, line: &ConsoleLine) -> Html {
    let trace = player.trace();
    let record = line.task.and_then(|task| trace.task(task));
    let role = record.map_or(Role::Main, |record| Role::of_queue(record.queue));
    let new = (fresh(player) == Some(index)).then_some("new");
    let error = (line.stream == OutputStream::Stderr).then_some("stderr");
    let title = record.map(|record| trace.text(record.label).to_owned());
    let text = trace.text(line.text);
    html! {
        <li key={index} class={classes!(role.class(), new, error)} {title}>
            <span class="from">{ role.badge() }</span>
            <span class="text">{ text.strip_suffix('\n').unwrap_or(text).to_owned() }</span>
        </li>
    }
}
