//! The bytes of a variable: a hex dump, where in its array buffer it lies, and who shares it.

use yew::prelude::*;

use super::dialog::Dialog;
use player::{Bytes, ascii};

#[derive(Properties, PartialEq)]
pub struct MemoryProps {
    pub bytes: Bytes,
    /// Of a phone: rows are half as long.
    pub narrow: bool,
    pub on_close: Callback<()>,
}

#[component]
pub fn Memory(props: &MemoryProps) -> Html {
    let bytes = &props.bytes;
    let width = if props.narrow { 8 } else { 16 };
    html! {
        <Dialog title={["The bytes of ", &bytes.name].concat()} on_close={props.on_close.clone()}>
            <p>{ bytes.sentence() }</p>
            { strip(bytes) }
            if !bytes.sharers.is_empty() {
                <p class="sharers">
                    { "Underlined bytes are shown by another variable too: what is written through one is read through the other. " }
                    { for bytes.sharers.iter().map(|sharer| {
                        let last = sharer.offset + sharer.length.saturating_sub(1);
                        html! { <span><code>{ &sharer.name }</code>{ if sharer.length == 0 { " shows none. ".to_owned() } else { format!(" shows {} to {last}. ", sharer.offset) } }</span> }
                    }) }
                </p>
            }
            <div class="dump" tabindex="0" role="region" aria-label="Hex dump">
                <table>
                    <thead class="unseen"><tr><th>{ "Byte" }</th><th>{ "Hexadecimal" }</th><th>{ "ASCII" }</th></tr></thead>
                    <tbody>
                        { for bytes.rows(width).map(|(from, row)| html! {
                            <tr>
                                <th scope="row">{ format!("{:04x}", u64::from(bytes.memory.offset) + u64::from(from)) }</th>
                                <td>{ cells(bytes, from, row, |byte| format!("{byte:02x}")) }</td>
                                <td>{ cells(bytes, from, row, |byte| ascii(byte).to_string()) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
                if bytes.beyond() > 0 {
                    <p>{ "and " }{ bytes.beyond() }{ " more" }</p>
                }
            </div>
            if !bytes.memory.bytes.is_empty() {
                <p>{ "As UTF-8: " }<code class="as-text">{ bytes.as_text() }</code></p>
            }
        </Dialog>
    }
}

fn cells(bytes: &Bytes, from: u32, row: &[u8], text: fn(u8) -> String) -> Html {
    let cell = |(place, byte): (u32, &u8)| html! { <span class={bytes.is_shared(place).then_some("shared")}>{ text(*byte) }</span> };
    (from..).zip(row).map(cell).collect()
}

/// The array buffer as a strip, with this value's part and those of the others in it.
fn strip(bytes: &Bytes) -> Html {
    const WIDTH: f64 = 1000.0;
    let whole = f64::from(bytes.memory.whole.max(1));
    let part = |class: &'static str, y: &'static str, offset: u32, length: u32| {
        let [x, width] = [offset, length].map(|count| f64::from(count) / whole * WIDTH);
        html! { <rect {class} x={format!("{x:.1}")} {y} width={format!("{:.1}", width.max(3.0))} height="6" /> }
    };
    let others = bytes.sharers.iter().filter(|sharer| sharer.length < bytes.memory.whole);
    html! {
        <svg class="strip" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">
            <rect class="whole" width="1000" height="16" />
            { part("own", "2", bytes.memory.offset, bytes.memory.length) }
            { for others.map(|sharer| part("other", "9", sharer.offset, sharer.length)) }
        </svg>
    }
}
