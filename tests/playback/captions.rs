//! Every step of the reference run in words, kept as a snapshot.

use std::fmt::Write as _;

use player::{Player, caption, module_status, sentence_text};
use trace::{CodeExit, Collector, Event, FrameKind, ModuleId, ModuleStatus, Phase, Queue, SiteKind, StepId, Tier, TierEvent, Trace, ValueKind};

use super::recorder::Recorder;
use super::reference_run::reference_run;

#[test]
fn the_reference_run_in_words() {
    let mut player = Player::new(reference_run().into());
    let mut text = String::new();
    for step in 0..=player.last().0 {
        player.seek(StepId(step));
        let caption = player.caption();
        let _ = write!(text, "{step:>3} [{}] {}", caption.title, sentence_text(&caption.sentence));
        if let Some(why) = &caption.why {
            let _ = write!(text, "\n        {why}");
        }
        let _ = writeln!(text, " · {:?}", caption.standing);
    }
    let path = support::project().join("tests/playback/captions.txt");
    if support::asks_to_update() {
        std::fs::write(&path, &text).unwrap();
    }
    let accepted = std::fs::read_to_string(&path).unwrap();
    assert!(
        text == accepted,
        "UPDATE=1 accepts what is marked with +\n{}",
        support::difference(&accepted, &text).replacen("--- node\n+++ ours\n", "", 1)
    );
}

/// `parse` calls what throws, and `main.js` catches it; then a promise is rejected that nobody handles.
fn exceptions() -> Trace {
    let mut r = Recorder::new("try { JSON.parse(text) } catch {}\nPromise.reject(1);\n");
    let error = r.value(ValueKind::Error, "SyntaxError: Unexpected end of JSON input");
    let site = r.site(SiteKind::Call, "JSON.parse(text)");
    r.enter("main.js", FrameKind::Program, None);
    r.enter("parse", FrameKind::Program, None);
    r.call("JSON.parse(text)", &[]);
    r.step(Some(site), Event::Thrown { value: error });
    r.leave();
    r.leave();
    r.step(Some(site), Event::Caught { value: error });
    r.leave();
    let one = r.value(ValueKind::Number, "1");
    r.step(None, Event::RejectionNoted { rejection: 0, value: one });
    r.step(None, Event::RejectionUnhandled { value: one, handled: false });
    r.finish()
}

#[test]
fn an_exception_is_followed_down_the_stack() {
    let mut player = Player::new(exceptions().into());
    let mut told = Vec::new();
    for step in 3..=player.last().0 {
        player.seek(StepId(step));
        told.push((
            player.caption().title,
            sentence_text(&player.caption().sentence),
            player.snapshot().thrown.is_some(),
            player.snapshot().rejections.len(),
        ));
    }
    let told: Vec<_> = told.iter().map(|(title, words, thrown, rejections)| (&**title, &**words, *thrown, *rejections)).collect();
    assert_eq!(
        told,
        [
            ("Exception", "JSON.parse throws SyntaxError: Unexpected end of JSON input.", true, 0),
            ("Exception", "JSON.parse is left by the exception.", true, 0),
            ("Exception", "parse has no catch for it: the exception takes it off the call stack.", true, 0),
            ("Exception", "A catch takes SyntaxError: Unexpected end of JSON input.", false, 0),
            ("Node", "main.js leaves the call stack: it is empty.", false, 0),
            ("Rejection", "A promise is rejected with 1, and nothing handles it yet: Node looks again after ticks and microtasks.", false, 1),
            ("Rejection", "Nothing handles the rejection with 1, so Node ends the process.", false, 0),
        ]
    );
}

/// `main.mjs` imports two modules; one awaits, the other throws.
fn modules() -> Trace {
    let mut r = Recorder::new("import './slow.mjs';\nimport './throws.mjs';\n");
    let task = r.enqueue(None, Queue::Microtask, "resume after await", None);
    r.step(None, Event::TaskBegun { task });
    for (module, name, requests) in
        [(0, "main.mjs", &["./slow.mjs", "./throws.mjs"][..]), (1, "slow.mjs", &[]), (2, "throws.mjs", &["a", "b", "c", "d", "e"])]
    {
        let name = r.text(name);
        let requests = requests.iter().map(|request| r.text(request)).collect();
        r.step(None, Event::ModuleFound { module: ModuleId(module), name, requests });
    }
    use ModuleStatus::{Errored, Evaluated, Evaluating, EvaluatingAsync, Linked};
    for (module, status) in [
        (1, Linked),
        (0, Linked),
        (1, Evaluating),
        (1, EvaluatingAsync),
        (0, EvaluatingAsync),
        (1, Evaluated),
        (2, Evaluating),
        (2, Errored),
        (0, Errored),
    ] {
        r.step(None, Event::ModuleChanged { module: ModuleId(module), status });
    }
    r.finish()
}

#[test]
fn modules_are_told_of_in_words() {
    let trace = modules();
    let of_module =
        |step: &u32| matches!(trace.step(StepId(*step)).map(|step| &step.event), Some(Event::ModuleFound { .. } | Event::ModuleChanged { .. }));
    let told: Vec<String> = (0..u32::try_from(trace.steps().len()).unwrap())
        .filter(of_module)
        .map(|step| {
            let caption = caption(&trace, &trace.snapshot(StepId(step)));
            assert_eq!(caption.title, "Module");
            let why = caption.why.map_or_else(String::new, |why| format!(" ({why})"));
            format!("{}{why}", sentence_text(&caption.sentence))
        })
        .collect();
    let expected = [
        "main.mjs is parsed. It imports ./slow.mjs and ./throws.mjs.",
        "slow.mjs is parsed. It imports nothing.",
        "throws.mjs is parsed. It imports a, b, c and 2 more.",
        "slow.mjs is linked. None of its code has run.",
        "main.mjs is linked: what it imports is bound to it, and none of its code has run.",
        "The code of slow.mjs runs. (A module’s code runs inside a microtask: other microtasks come before ticks)",
        "slow.mjs waits at an await at its top level, and so does whoever imports it.",
        "main.mjs waits until what it imports is evaluated.",
        "slow.mjs is evaluated: all of its code has run.",
        "The code of throws.mjs runs. (What it imports was evaluated first · A module’s code runs inside a microtask: other microtasks come before ticks)",
        "throws.mjs threw: whoever imports it gets the same error.",
        "main.mjs will not run, since what it imports threw.",
    ];
    assert_eq!(told, expected);
    let last = trace.snapshot(StepId(u32::MAX));
    let statuses: Vec<&str> = (0..3).map(|module| module_status(&last, ModuleId(module))).collect();
    assert_eq!(statuses, ["import threw", "evaluated", "threw"]);
}

#[test]
fn what_v8_does_beside_a_step_is_told_beside_its_sentence() {
    let mut r = Recorder::new("for (;;);");
    let leaves = |r: &mut Recorder| r.step(None, Event::PhaseLeft { phase: Phase::Timers });
    leaves(&mut r);
    r.tier(TierEvent::Feedback);
    leaves(&mut r);
    let reason = r.text("not a Smi");
    r.tier(TierEvent::Compiled { tier: Tier::Maglev, osr: true });
    r.tier(TierEvent::Deoptimized { tier: Tier::Maglev, exit: CodeExit { reason, place: None }, lazy: false });
    r.collects(Collector::Scavenge, 1);
    r.collects(Collector::MarkCompact, 0);
    leaves(&mut r);
    r.collects(Collector::Scavenge, 12);
    leaves(&mut r);
    let trace = r.finish();
    let notes: Vec<_> = (0..4).map(|step| caption(&trace, &trace.snapshot(StepId(step))).v8).collect();
    let both =
        "main.js’s loop goes on in Maglev’s code; main.js leaves Maglev’s code: not a Smi; a scavenge frees 1 object; a mark-compact frees nothing";
    assert_eq!(notes, [None, None, Some(both.to_owned()), Some("a scavenge frees 12 objects".to_owned())]);
}
