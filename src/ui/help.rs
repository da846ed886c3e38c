//! Help: what the colours mean, and the keys.

use yew::prelude::*;

use super::dialog::Dialog;
use super::icon::{self, icon};
use player::Role;

#[derive(Properties, PartialEq)]
pub struct HelpProps {
    pub on_close: Callback<()>,
}

const KEYS: [(&[&str], &str); 8] = [
    (&["Space"], "play or pause"),
    (&["→", "←"], "a step forward or back, by the unit that is chosen"),
    (&["Shift →", "Shift ←"], "a callback forward or back"),
    (&["Home", "End"], "to the start or the end"),
    (&["+", "−"], "faster or slower"),
    (&["?"], "this help"),
    (&["Esc"], "leave the editor, close a dialog"),
    (&["Ctrl ]", "Ctrl ["], "in the editor: indent more or less"),
];

const WORDS: [(Role, &str); 8] = [
    (Role::Main, "the script itself, from its first line to its last"),
    (Role::Tick, "process.nextTick: before anything else, once the stack is empty"),
    (Role::Micro, "promise callbacks, await, queueMicrotask: right after the ticks"),
    (Role::Timer, "setTimeout and setInterval that are due"),
    (Role::Poll, "callbacks of finished I/O; the loop waits here"),
    (Role::Check, "setImmediate"),
    (Role::Close, "close callbacks of handles"),
    (Role::Pool, "files, hashing and the like, on libuv's worker threads"),
];

#[component]
pub fn Help(props: &HelpProps) -> Html {
    html! {
        <Dialog title="How to read this machine" on_close={props.on_close.clone()}>
            <p>{ "Press Simulate Flow. The program in the editor really runs: Node.js's own library on a model of V8, libuv and the kernel. Every step is recorded, so you can go back as well as forward." }</p>
            <h3 class="label">{ "Colours" }</h3>
            <ul class="words">
                { for WORDS.iter().map(|(role, words)| html! {
                    <li class={role.class()}>{ icon(icon::of_role(*role)) }<span><b>{ role.badge() }</b>{ " · " }{ *words }</span></li>
                }) }
            </ul>
            <h3 class="label">{ "Keys" }</h3>
            <dl class="keys">
                { for KEYS.iter().map(|(keys, words)| html! {
                    <>
                        <dt>{ for keys.iter().map(|key| html! { <>{ " " }<kbd>{ *key }</kbd></> }) }</dt>
                        <dd>{ *words }</dd>
                    </>
                }) }
            </dl>
            <p>{ "“Compare with…” runs the program under a second version of Node too, and says where the two first part. Both step together; the buttons with the versions choose the run that the machine shows." }</p>
            <p>{ "“Objects” above the machine draws what the variables refer to; “Function” shows how V8 reads and compiles the function that runs. “Node’s code” beside the program shows which function of Node’s own does what happens." }</p>
            <p>{ "“Exact” under the stage: checked against real Node.js. “Model”: real Node.js does this too, but when exactly cannot be observed." }</p>
        </Dialog>
    }
}
