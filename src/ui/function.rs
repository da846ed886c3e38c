//! The function under the cursor as V8 has it: from its text to a syntax tree, to bytecode, to the tier that runs it.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use player::{Compiled, Heat, Player, Tiering, compiled, opcode_words, plural, tier_words};
use trace::{Bytecode, Compilation, Instruction, Listing, Profile, Span, StepId, SyntaxNode, Tier, TierEvent, Trace};

#[derive(Properties, PartialEq)]
pub struct FunctionViewProps {
    pub player: Player,
    pub on_seek: Callback<StepId>,
}

/// A run's trace, the same only as itself.
#[derive(Clone)]
struct Same(Rc<Trace>, usize);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) && self.1 == other.1
    }
}

#[component]
pub fn FunctionView(props: &FunctionViewProps) -> Html {
    let player = &props.player;
    let trace = Rc::clone(player.trace());
    let heat = use_memo(Same(Rc::clone(&trace), trace.steps().len()), |same| Heat::of(&same.0));
    let place = use_node_ref();
    let found = compiled(&trace, player.snapshot());
    use_effect_with((found.as_ref().and_then(|found| found.now), found.as_ref().map(|found| found.compilation.span)), {
        let place = place.clone();
        move |_| keep_in_view(&place)
    });
    let Some(found) = found else {
        return html! { <div class="function none"><p>{ "No function of the program is running: there is nothing to look into here." }</p></div> };
    };
    html! {
        <div class="function" ref={place}>
            { head(&trace, &found, &heat, player.snapshot().step, &props.on_seek) }
            <section aria-label="Syntax tree">
                <h3 class="label">{ "Syntax tree" }</h3>
                <div class="tree" tabindex="0" role="group" aria-label="The nodes of the syntax tree">
                    { for found.compilation.syntax.iter().map(|node| row_of_tree(&trace, node, found.now)) }
                    if found.compilation.cut > 0 {
                        <p class="dim">{ plural(found.compilation.cut as usize, "more node") }</p>
                    }
                </div>
            </section>
            { bytecode(&trace, &found) }
        </div>
    }
}

fn head(trace: &Trace, found: &Compiled, heat: &Heat, step: StepId, on_seek: &Callback<StepId>) -> Html {
    let compilation = &found.compilation;
    let first = compilation.function.and_then(|function| heat.first(function));
    let calls = compilation.function.map_or(1, |function| heat.calls(function, step));
    let when = match first {
        Some(first) => {
            let go = on_seek.reform(move |_: MouseEvent| first);
            html! { <>{ "V8 had only checked its syntax until it was first called, at " }<button type="button" class="link" onclick={go}>{ step_words(first) }</button>{ "." }</> }
        }
        None => html! { { "The top level is compiled when the file is loaded, and runs once." } },
    };
    html! {
        <header>
            <h2><code>{ &found.name }</code>{ " " }<span class="dim">{ "line " }{ found.line }</span></h2>
            <p>{ when }</p>
            { tiers(trace, compilation, calls, step, on_seek) }
        </header>
    }
}

/// The tiers in their order, with the one that runs it now, and how it came there.
fn tiers(trace: &Trace, compilation: &Compilation, calls: usize, step: StepId, on_seek: &Callback<StepId>) -> Html {
    let tiering = Tiering::of(trace, compilation.script, compilation.function, step);
    let major = trace.header().map_or_else(Profile::default, |header| header.settings.profile).major();
    // Maglev is on from Node 24 on.
    let all = [Tier::Ignition, Tier::Sparkplug, Tier::Maglev, Tier::TurboFan].into_iter().filter(|tier| *tier != Tier::Maglev || major >= 24);
    let go = |to: StepId| on_seek.reform(move |_: MouseEvent| to);
    html! {
        <>
        <p class="tiers">
            { for all.map(|tier| {
                let is_now = tier == tiering.tier;
                let role = match tier {
                    Tier::Maglev => Some("role-maglev"),
                    Tier::TurboFan => Some("role-turbofan"),
                    Tier::Ignition | Tier::Sparkplug => None,
                };
                let class = classes!("tier", role, is_now.then_some("on"), (tier < tiering.tier).then_some("past"));
                html! {
                    <span {class} aria-current={is_now.then_some("true")}>
                        { tier.name() }
                        if let (true, Some(since)) = (is_now, tiering.since()) { <small>{ " since " }{ step_words(since) }</small> }
                    </span>
                }
            }) }
            <span class="dim">{ "called " }{ if calls == 1 { "once".to_owned() } else { format!("{calls} times") } }{ " so far" }</span>
            <details class="departures">
                <summary class="standing">{ "Model" }</summary>
                <div>
                    <p>{ "Which tier runs is computed from V8’s own rules for this version of Node, from what the program did: calls, loops, types, hidden classes. 100 programs are compared with " }<code>{ "node --trace-opt --trace-deopt" }</code>{ "." }</p>
                    <table>
                        <tbody>{ for DEPARTURES.iter().map(|(what, how)| html! { <tr><th scope="row">{ *what }</th><td>{ *how }</td></tr> }) }</tbody>
                    </table>
                </div>
            </details>
        </p>
        if !tiering.changes.is_empty() {
            <ol class="tier-log" tabindex="0" aria-label="What V8’s compilers did with it">
                { for tiering.changes.iter().rev().take(MOST_CHANGES).map(|change| html! {
                    <li class={classes!((change.step == step).then_some("now"), matches!(change.event, TierEvent::Deoptimized { .. }).then_some("left"))}>
                        <button type="button" class="link" onclick={go(change.step)}>{ step_words(change.step) }</button>
                        { " " }{ tier_words(trace, change) }
                    </li>
                }) }
            </ol>
        }
        </>
    }
}

/// As the timeline counts.
fn step_words(step: StepId) -> String {
    format!("step {}", step.0 + 1)
}

/// So many changes of a function's code are listed, the newest first.
const MOST_CHANGES: usize = 40;

/// Where the model is not V8.
const DEPARTURES: [(&str, &str); 8] = [
    ("Time", "Compilers work beside the program in V8; here their code is ready for the next call, or the loop’s next turn."),
    ("Sparkplug", "V8 compiles in batches, once enough code is waiting; here at once."),
    ("Dependencies", "Code that is thrown away because something elsewhere changed (a constant, a field’s representation, a prototype) stays here."),
    ("Inlining", "Callbacks that map, forEach and the like call, getters, and calls with several targets are inlined by V8, not here."),
    (
        "Not told",
        "What a switch compares, what array patterns and private members meet, and how async functions and generators go on: code there may reach a tier, or leave it, at another moment.",
    ),
    ("Ranges", "TurboFan leaves out checks that it proves to be needless; here all stay."),
    ("Strings", "Whether two strings are one object to V8 is taken from their being written in the program’s text."),
    (
        "Versions",
        "Node 20 and 24 are compared with the real ones; 18 and 22 follow their flags, 26 is taken for 24. Lengths of bytecode are Node 24’s.",
    ),
];

/// Whether what comes from `span` is part of what runs now.
fn is_now(span: Span, now: Option<Span>) -> bool {
    now.is_some_and(|now| now.start <= span.start && span.end <= now.end)
}

fn row_of_tree(trace: &Trace, node: &SyntaxNode, now: Option<Span>) -> Html {
    // The page has no styles of its own in its markup: a depth is a class.
    let depth = ["depth-", &node.depth.min(20).to_string()].concat();
    html! {
        <div class={classes!("node", depth, is_now(node.span, now).then_some("now"))}>
            <span class="kind">{ trace.text(node.kind) }</span>{ " " }<code>{ trace.text(node.text) }</code>
        </div>
    }
}

fn bytecode(trace: &Trace, found: &Compiled) -> Html {
    let title = html! { <h3 class="label">{ "Bytecode" }</h3> };
    match &found.compilation.bytecode {
        Bytecode::Unknown { construct, .. } => html! {
            <section class="of-v8" aria-label="Bytecode">
                { title }
                <p>{ "This function has a construct that is not compiled here as V8 does: " }<strong>{ trace.text(*construct) }</strong>
                { ". No listing is shown rather than a wrong one; " }<code>{ "node --print-bytecode" }</code>{ " shows it." }</p>
            </section>
        },
        Bytecode::Listed(listing) => html! {
            <section class="of-v8" aria-label="Bytecode">
                { title }
                <p class="dim">{ sizes(listing) }{ other_version(trace) }</p>
                <div class="code-of-v8" tabindex="0" role="group" aria-label="The bytecodes">
                    <table>
                        <thead class="unseen"><tr><th>{ "Offset" }</th><th>{ "Bytecode" }</th><th>{ "Operands" }</th><th>{ "What it does" }</th></tr></thead>
                        <tbody>{ for listing.instructions.iter().map(|instruction| row(trace, instruction, found.now)) }</tbody>
                    </table>
                    if !listing.constants.is_empty() {
                        <h4 class="label">{ "Constant pool" }</h4>
                        <ul>{ for listing.constants.iter().enumerate().map(|(entry, constant)| html! { <li>{ "[" }{ entry }{ "] " }<code>{ trace.text(*constant) }</code></li> }) }</ul>
                    }
                </div>
            </section>
        },
    }
}

fn sizes(listing: &Listing) -> String {
    let [bytes, registers] = [plural(listing.length as usize, "byte"), plural(listing.registers.into(), "register")];
    let parameters = plural(usize::from(listing.parameters.saturating_sub(1)), "parameter");
    format!("{bytes}, {registers}, {parameters} besides this. acc: the accumulator, which most bytecodes read or write.")
}

/// What is listed is one V8's bytecode, whichever version of Node ran the program.
fn other_version(trace: &Trace) -> &'static str {
    let profile = trace.header().map_or_else(Profile::default, |header| header.settings.profile);
    if profile == Profile::Node24 { "" } else { " As V8 13.6 compiles it, which is Node 24’s." }
}

fn row(trace: &Trace, instruction: &Instruction, now: Option<Span>) -> Html {
    let opcode = trace.text(instruction.opcode);
    let here = instruction.span.is_some_and(|span| is_now(span, now));
    html! {
        <tr class={here.then_some("now")}>
            <th scope="row">{ instruction.offset }</th>
            <td><code>{ opcode.to_owned() }</code></td>
            <td><code>{ trace.text(instruction.operands) }</code></td>
            <td class="words">{ opcode_words(opcode) }</td>
        </tr>
    }
}

/// The first row of each list that belongs to what runs.
fn keep_in_view(place: &NodeRef) {
    let Some(place) = place.cast::<Element>() else { return };
    for list in [".tree", ".code-of-v8"] {
        let (Ok(Some(list)), Ok(Some(now))) = (place.query_selector(list), place.query_selector(&[list, " .now"].concat())) else { continue };
        let (from, height) = (now.get_bounding_client_rect().top() - list.get_bounding_client_rect().top(), f64::from(list.client_height()));
        if from < 20.0 || from > height - 60.0 {
            list.scroll_by_with_x_and_y(0.0, from - height / 3.0);
        }
    }
}
