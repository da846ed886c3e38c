//! The model fed by our own engine: programs run, recorded and not, and what they read of their heap, what the trace tells and what is drawn of it.

use scene::{Anchor, Scene, Shape, View, scene};
use trace::{CollectionReason, Collector, FrameKind, Profile, Space, StepId};

use crate::engine::{self, Ended};

/// Runs a program to its end; `then` looks at what came of it, where it ran.
fn run<T: Send + 'static>(profile: Profile, options: &[&str], source: &str, recording: bool, then: fn(&Ended) -> T) -> T {
    let (options, source): (Vec<String>, _) = (options.iter().map(ToString::to_string).collect(), source.to_owned());
    let run = move || then(&engine::run(&mut engine::boot(profile), profile, &options, &source, recording).expect("a program"));
    std::thread::Builder::new().stack_size(256 << 20).spawn(run).expect("a thread").join().expect("it ends")
}

/// What a parent process sees.
type Seen = (String, String, i32);

fn seen(ended: &Ended) -> Seen {
    (ended.stdout.clone(), ended.stderr.clone(), ended.code)
}

/// As `harness` of the measurements: what each costs, once the garbage is gone.
const DELTAS: &str = r"
let before;
const held = {};
const measure = (name, make) => {
  gc(); before = process.memoryUsage();
  held[name] = make();
  gc(); const now = process.memoryUsage();
  console.log(name, now.heapUsed - before.heapUsed, now.external - before.external);
  held[name] = null; gc();
};
measure('array1e6', () => new Array(1e6).fill(0));
measure('buffer50', () => Buffer.alloc(50 << 20));
measure('objects1e5', () => { const all = []; for (let i = 0; i < 1e5; i++) all.push({ a: i, b: i, c: i }); return all; });
measure('map1e5', () => { const map = new Map(); for (let i = 0; i < 1e5; i++) map.set(i, i); return map; });
";

#[test]
fn what_the_engine_allocates_is_what_node_says() {
    let measured = include_str!("measured/deltas.txt");
    for (profile, label) in [(Profile::Node24, "node"), (Profile::Node20, "node-20")] {
        let line = measured.lines().find_map(|line| line.strip_prefix(&format!("{label} "))).expect("measured");
        let real: std::collections::BTreeMap<String, [f64; 3]> = serde_json::from_str(line).expect("deltas");
        let (stdout, stderr, code) = run(profile, &["--expose-gc"], DELTAS, false, seen);
        assert_eq!((code, stderr.as_str(), stdout.lines().count()), (0, "", 4));
        for line in stdout.lines() {
            let words: Vec<&str> = line.split(' ').collect();
            let [used, external] = [1, 2].map(|place: usize| words[place].parse::<f64>().expect("a number"));
            let [real_used, real_external, _] = real[&format!("{}_gc", words[0])];
            println!("{label:8} {line}; node {real_used} {real_external}");
            assert!((used - real_used).abs() < 20_000.0 + real_used.abs() * 0.25, "{label} {line}, node {real_used}");
            assert!((external - real_external).abs() < 20_000.0, "{label} {line}, node {real_external}");
        }
    }
}

const READS: &str = r"
const keep = [];
for (let i = 0; i < 3000; i++) keep.push({ i, text: 'number ' + i, f: () => i });
const { heapUsed, heapTotal, external } = process.memoryUsage();
console.log(heapUsed, heapTotal, external, require('v8').getHeapStatistics(), require('v8').getHeapSpaceStatistics());
";

#[test]
fn recording_changes_nothing_that_a_program_reads() {
    for profile in Profile::ALL {
        let [plain, recorded] = [false, true].map(|recording| run(profile, &[], READS, recording, seen));
        assert_eq!(plain, recorded);
        assert!(plain.0.contains("used_heap_size") && plain.1.is_empty());
    }
    const HIDES: &str = "const all = []; for (let i = 0; i < 2000; i++) all.push({ i }); console.log(process['memory' + 'Usage']().heapUsed);";
    let [plain, recorded] = [false, true].map(|recording| run(Profile::Node24, &[], HIDES, recording, seen));
    assert_eq!(plain, recorded);
}

#[test]
fn a_leak_ends_at_the_limit() {
    const LEAK: &str = "const keep = []; for (;;) keep.push(new Array(1000).fill(1));";
    for profile in Profile::ALL {
        let [plain, recorded] = [false, true].map(|recording| run(profile, &["--max-old-space-size=20"], LEAK, recording, seen));
        println!("{}: {}", profile.major(), plain.1);
        assert_eq!((plain.2, recorded.2), (134, 134));
        assert!(plain.1.starts_with("\n<--- Last few GCs --->\n\n"));
        let says = |text: &str| text.lines().find(|line| line.starts_with("FATAL ERROR: ")).map(ToOwned::to_owned);
        assert!(says(&plain.1).is_some_and(|line| line.ends_with("JavaScript heap out of memory")));
        assert_eq!(says(&plain.1), says(&recorded.1));
    }
}

const LIST: &str = r"
class Item { constructor(value, next) { this.value = value; this.next = next; this.pad = this.more = this.rest = this.end = 0; } }
let list = null;
for (let i = 0; i < 600; i++) {
  const made = new Item(i, null);
  if (i % 50 === 0) { made.next = list; list = made; }
}
const buffer = Buffer.alloc(5000);
const views = [new Uint8Array(8), new Float64Array(100), new DataView(new ArrayBuffer(200))];
console.log(list.value, buffer.length);
";

#[test]
fn a_short_program_meets_collections_and_the_trace_tells_of_them() {
    run(Profile::Node24, &[], LIST, true, collections_are_told);
}

fn collections_are_told(ended: &Ended) {
    assert_eq!(ended.stdout, "550 5000\n");
    let trace = &ended.trace;
    let last = StepId(u32::try_from(trace.steps().len() - 1).expect("few"));
    let scavenges: Vec<_> = trace.collections().all_at(last).filter(|(.., it)| it.collector == Collector::Scavenge).collect();
    assert!(scavenges.len() >= 2, "{scavenges:?}");
    assert!(scavenges.iter().all(|(.., it)| matches!(it.reason, CollectionReason::NewSpaceFull | CollectionReason::NearlyFull)
        && it.freed.objects > 0
        && it.after < it.before));
    assert!(scavenges.iter().any(|(.., it)| it.promoted.objects > 0));
    let alive = |step| trace.blocks().all_at(step).filter(|(.., block)| block.space.is_some()).map(|(.., block)| *block).collect::<Vec<_>>();
    // What is told of the blocks is what is told of the spaces.
    for step in (0..=last.0).step_by(37).map(StepId) {
        let Some((_, usage)) = trace.heap_at(step) else { continue };
        let told: u64 = alive(step).iter().map(|block| u64::from(block.bytes)).sum();
        assert_eq!((usage.spaces.used(), usage.unlisted), (told, 0), "step {step:?}");
    }
    assert!(alive(last).iter().any(|block| block.space == Some(Space::Old)));
    assert!(alive(last).iter().any(|block| block.external == 5000));
}

/// Where a text ends to the right, of all that are in the picture.
fn furthest(scene: &Scene) -> (f32, String) {
    let items = scene.layers.iter().flat_map(|layer| &layer.items);
    let ends = items.flat_map(|item| item.shapes.iter().map(move |shape| (item, shape))).filter_map(|(item, shape)| match shape {
        Shape::Text { x, text, face, anchor: Anchor::Start, .. } => {
            Some((item.x + x + text.chars().count() as f32 * face.advance(), text.to_string()))
        }
        Shape::Text { x, text, .. } => Some((item.x + x, text.to_string())),
        _ => None,
    });
    ends.fold((0.0, String::new()), |most, next| if next.0 > most.0 { next } else { most })
}

fn words(scene: &Scene) -> String {
    scene.layers.iter().map(|layer| layer.summary.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_view_tells_spaces_collections_and_why_things_are_there() {
    run(Profile::Node24, &[], LIST, true, is_drawn);
}

fn is_drawn(ended: &Ended) {
    let trace = &ended.trace;
    let last = trace.steps().len() as u32 - 1;
    let printing = (0..last)
        .rev()
        .map(StepId)
        .find(|step| trace.snapshot(*step).stack.iter().any(|frame| frame.kind == FrameKind::Program))
        .expect("the program runs");
    for (width, height) in [(988.0, 676.0), (390.0, 520.0), (390.0, 346.0), (1500.0, 900.0), (330.0, 300.0)] {
        for step in (0..=last).step_by(101).map(StepId).chain([printing]) {
            let picture = scene(trace, &trace.snapshot(step), View::Heap, width, height);
            let (end, text) = furthest(&picture);
            assert!(end <= picture.width, "{width} × {height} at {step:?}: {text}");
            for layer in &picture.layers {
                let mut ids: Vec<&str> = layer.items.iter().map(|item| &*item.id).collect();
                ids.sort_unstable();
                assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
            }
        }
    }
    let phone = scene(trace, &trace.snapshot(printing), View::Heap, 390.0, 346.0);
    assert!(words(&phone).contains("held by main.cjs: list"), "there is room for one on a phone");
    let picture = scene(trace, &trace.snapshot(printing), View::Heap, 988.0, 676.0);
    let words = words(&picture);
    println!("{words}");
    assert!(words.contains("A scavenge, because the new space was full: "));
    assert!(words.contains("Item, 72 bytes, old space, held by main.cjs: list → next ×"), "{words}");
    assert!(words.contains("Outside of the heap: 5.9 kB."));
    let first = scene(trace, &trace.snapshot(StepId(0)), View::Heap, 988.0, 676.0);
    assert!(first.layers.iter().any(|layer| layer.summary.contains("Nothing yet")));
}

#[test]
fn what_only_a_weak_reference_leads_to_stays_while_the_program_could_tell() {
    const WEAK: &str = r"
let ref = new WeakRef({ a: 1 });
setImmediate(() => {
  const all = [];
  for (let i = 0; i < 2000; i++) all.push({ i });
  setImmediate(() => console.log(ref.deref()?.a, all.length));
});";
    for recording in [false, true] {
        assert_eq!(run(Profile::Node24, &[], WEAK, recording, seen).0, "1 2000\n");
    }
}
