//! Streams: in words, and as vessels.

use player::{Player, Side, amount, chunk_words, listeners_words, rate, resident, sentence_text, stream_name};
use scene::{Item, Run, Shape, View, scene, scene_of_both};
use trace::*;

use super::recorder::Recorder;

const SOURCE: StreamId = StreamId(0);
const SINK: StreamId = StreamId(1);
const B: SizeUnit = SizeUnit::Bytes;

fn buffer(size: u32, high_water_mark: u32) -> Buffered {
    Buffered { size, chunks: size.div_ceil(10), high_water_mark, unit: SizeUnit::Bytes }
}

#[expect(clippy::unnecessary_box_returns, reason = "events hold it in a box")]
fn readable(size: u32, flow: Flow, awaits_drain: u16, pipes: &[StreamId]) -> Box<StreamState> {
    let side = ReadableSide { buffer: buffer(size, 30), flow, reading: false, ended: false, end_emitted: false, awaits_drain };
    Box::new(StreamState { readable: Some(side), pipes: pipes.into(), ..StreamState::default() })
}

#[expect(clippy::unnecessary_box_returns, reason = "events hold it in a box")]
fn writable(size: u32, need_drain: bool) -> Box<StreamState> {
    let side = WritableSide { buffer: buffer(size, 20), writing: size > 0, need_drain, corked: 0, ending: false, finished: false };
    Box::new(StreamState { writable: Some(side), ..StreamState::default() })
}

fn found(r: &mut Recorder, stream: StreamId, class: &str, name: Option<&str>, state: Box<StreamState>) {
    let (class, name) = (r.text(class), name.map(|name| r.text(name)));
    r.step(None, Event::StreamFound { stream, made: u16::try_from(stream.index()).ok(), class, name, state, listeners: Box::default() });
}

fn called(r: &mut Recorder, stream: StreamId, call: StreamCall, chunk: Option<u32>) {
    let chunk = chunk.map(|size| (r.value(ValueKind::Object, "<Buffer 61 …>"), size));
    r.step(None, Event::StreamCalled { stream, call, chunk });
}

/// A source is piped to a sink that fills up, and goes on when that has drained.
fn pipe() -> Trace {
    let mut r = Recorder::new("source.pipe(sink);\n");
    found(&mut r, SOURCE, "Readable", Some("source"), readable(0, Flow::Unasked, 0, &[]));
    found(&mut r, SINK, "Writable", Some("sink"), writable(0, false));
    called(&mut r, SOURCE, StreamCall::Pipe(SINK), None);
    r.step(None, Event::StreamChanged { stream: SOURCE, state: readable(0, Flow::Unasked, 0, &[SINK]) });
    r.step(None, Event::StreamChanged { stream: SOURCE, state: readable(0, Flow::Flowing, 0, &[SINK]) });
    called(&mut r, SOURCE, StreamCall::AsksForMore, None);
    called(&mut r, SOURCE, StreamCall::Push, Some(20));
    called(&mut r, SINK, StreamCall::Write, Some(20));
    called(&mut r, SINK, StreamCall::Writes, None);
    r.step(None, Event::StreamChanged { stream: SINK, state: writable(20, true) });
    r.step(None, Event::StreamChanged { stream: SOURCE, state: readable(0, Flow::Flowing, 1, &[SINK]) });
    r.step(None, Event::StreamChanged { stream: SOURCE, state: readable(0, Flow::Paused, 1, &[SINK]) });
    called(&mut r, SINK, StreamCall::Written, None);
    r.step(None, Event::StreamChanged { stream: SINK, state: writable(0, false) });
    let drain = r.text("drain");
    called(&mut r, SINK, StreamCall::Emit(drain), None);
    r.step(None, Event::StreamChanged { stream: SOURCE, state: readable(0, Flow::Paused, 0, &[SINK]) });
    r.finish()
}

fn told(trace: Trace) -> Vec<String> {
    let mut player = Player::new(trace.into());
    (0..=player.last().0)
        .map(|step| {
            player.seek(StepId(step));
            let caption = player.caption();
            assert_eq!(caption.title, "Stream");
            sentence_text(&caption.sentence)
        })
        .collect()
}

#[test]
fn backpressure_in_words() {
    assert_eq!(
        told(pipe()),
        [
            "source is a Readable: its buffer counts as full at 30 bytes, its highWaterMark.",
            "sink is a Writable: its buffer counts as full at 20 bytes, its highWaterMark.",
            "source is piped to sink.",
            "source now leads to sink.",
            "source flows: data goes to who listens as soon as it is there.",
            "source calls its _read(): it asks for more. Its buffer is empty.",
            "source.push() with <Buffer 61 …>, 20 bytes: data comes in.",
            "sink.write() with <Buffer 61 …>, 20 bytes.",
            "sink calls its _write(): until that calls back, whatever else is written waits in the buffer.",
            "sink.write() will return false: its buffer holds 20 of 20 bytes. Who writes should wait for drain.",
            "source waits for drain: what it is piped to is full.",
            "source is paused: data stays in its buffer.",
            "The _write() of sink calls back: that is through.",
            "The buffer of sink is empty.",
            "sink emits drain: its buffer is empty again, so whoever waited may go on to write.",
            "source need not wait any more.",
        ]
    );
}

#[test]
fn the_snapshot_counts_what_went_in() {
    let trace = pipe();
    let last = trace.snapshot(StepId(u32::MAX));
    assert_eq!((last.streams[0].pushed, last.streams[1].written), (20, 20));
    let asks = trace.snapshot(StepId(5)).streams[0].state.readable.unwrap().reading;
    let has_come = trace.snapshot(StepId(6)).streams[0].state.readable.unwrap().reading;
    assert_eq!((asks, has_come), (true, false));
    assert_eq!((trace.streams()[0].readable.most, trace.streams()[1].writable.most), (0, 20));
}

#[test]
fn a_stream_without_a_variable_is_called_by_its_class_and_number() {
    let mut r = Recorder::new("one();\n");
    for id in 0..3 {
        found(&mut r, StreamId(id), "PassThrough", (id == 1).then_some("middle"), readable(0, Flow::Unasked, 0, &[]));
    }
    found(&mut r, StreamId(3), "Gzip", None, readable(0, Flow::Unasked, 0, &[]));
    let name = r.text("late");
    r.step(None, Event::StreamNamed { stream: StreamId(3), name });
    let trace = r.finish();
    let names: Vec<String> = (0..4).map(|id| stream_name(&trace, StreamId(id))).collect();
    assert_eq!(names, ["PassThrough 1", "middle", "PassThrough 2", "late"]);
}

#[test]
fn amounts_are_as_the_buffer_counts() {
    assert_eq!(
        [
            amount(1, B),
            amount(1_000, B),
            amount(65_536, B),
            amount(1_536, B),
            amount(1, SizeUnit::Objects),
            amount(16, SizeUnit::Chunks),
            amount(9, SizeUnit::BySize)
        ],
        ["1 byte", "1000 bytes", "64 KiB", "1.50 KiB", "1 object", "16 chunks", "9 by size()"]
    );
}

fn vessels(trace: &Trace, step: u32, view: View, size: (f32, f32)) -> Vec<Item> {
    let scene = scene(trace, &trace.snapshot(StepId(step)), view, size.0, size.1);
    scene.layers.iter().filter(|layer| layer.id == "streams").flat_map(|layer| layer.items.clone()).collect()
}

fn item<'i>(items: &'i [Item], id: &str) -> Option<&'i Item> {
    items.iter().find(|item| &*item.id == id)
}

fn level(item: &Item) -> f32 {
    item.shapes.iter().find_map(|shape| if let Shape::Level { part, .. } = shape { Some(*part) } else { None }).unwrap()
}

fn words(item: &Item) -> Vec<String> {
    item.shapes.iter().filter_map(|shape| if let Shape::Text { text, .. } = shape { Some(text.to_string()) } else { None }).collect()
}

#[test]
fn vessels_stand_from_source_to_sink_and_stay_there() {
    let trace = pipe();
    for (view, size) in [(View::Whole, (988.0, 676.0)), (View::Streams, (390.0, 330.0))] {
        let first = vessels(&trace, 0, view, size);
        let last = vessels(&trace, 15, view, size);
        // The sink has its place before it is there.
        let place = |items: &[Item], id: &str| item(items, id).map(|item| (item.x, item.y));
        assert_eq!(place(&first, "stream-1").map(|(x, _)| x), place(&last, "stream-1").map(|(x, _)| x));
        assert!(place(&last, "stream-0-out").unwrap().0 < place(&last, "stream-1-in").unwrap().0);
    }
}

#[test]
fn the_level_stands_at_the_mark_and_the_pipe_is_closed_while_it_waits() {
    let trace = pipe();
    let items = vessels(&trace, 11, View::Whole, (988.0, 676.0));
    let sink = item(&items, "stream-1-in").unwrap();
    assert!((level(sink) - 0.76).abs() < 0.01, "20 of 20 bytes: {}", level(sink));
    assert!(words(sink).iter().any(|text| text == "write() → false · wait for drain"), "{:?}", words(sink));
    assert!(item(&items, "pipe-0-1").is_some());
    assert_eq!(words(item(&items, "valve-0").unwrap()), ["closed"]);
    let after = vessels(&trace, 13, View::Whole, (988.0, 676.0));
    assert!(level(item(&after, "stream-1-in").unwrap()).abs() < f32::EPSILON);
    assert_eq!(words(item(&vessels(&trace, 14, View::Whole, (988.0, 676.0)), "bell").unwrap()), ["drain"]);
}

/// The sink is written to, whatever it says.
fn flood() -> Trace {
    let mut r = Recorder::new("source.pipe(sink);\n");
    found(&mut r, SOURCE, "Readable", Some("source"), readable(0, Flow::Unasked, 0, &[]));
    found(&mut r, SINK, "Writable", Some("sink"), writable(0, false));
    for size in 1..=10 {
        called(&mut r, SINK, StreamCall::Write, Some(20));
        r.step(None, Event::StreamChanged { stream: SINK, state: writable(20 * size, true) });
    }
    r.finish()
}

#[test]
fn the_streams_of_two_runs_are_drawn_to_one_scale_and_time() {
    let (with, without) = (pipe(), flood());
    let snapshots = [with.snapshot(StepId(10)), without.snapshot(StepId(u32::MAX))];
    let runs = [Run { trace: &with, snapshot: &snapshots[0], name: "as opened" }, Run { trace: &without, snapshot: &snapshots[1], name: "changed" }];
    for (view, size) in [(View::Whole, (988.0, 676.0)), (View::Streams, (390.0, 330.0))] {
        let picture = scene_of_both(runs, Side::B, view, size.0, size.1);
        let of = |id: &str| &picture.layers.iter().find(|layer| layer.id == id).unwrap().items;
        let [a, b] = [of("streams"), of("streams-beside")];
        assert_eq!(words(item(a, "streams").unwrap()), ["STREAMS · as opened"]);
        assert_eq!(words(item(b, "streams").unwrap()), ["STREAMS · changed"]);
        // 20 bytes of the 208 that a full vessel holds, whichever run it is of.
        let [one, other] = [a, b].map(|items| item(items, "stream-1-in").unwrap());
        assert!((level(one) - 20.0 / 208.0).abs() < 0.01 && (level(other) - 200.0 / 208.0).abs() < 0.01, "{} {}", level(one), level(other));
        let whole = item(a, "streams").unwrap();
        let beside = item(b, "streams").unwrap();
        assert!(beside.x > whole.x || beside.y > whole.y);
    }
}

#[test]
fn web_streams_in_their_own_words() {
    let mut r = Recorder::new("source.pipeTo(sink);\n");
    let chunks = |size, most| Buffered { size, chunks: size, high_water_mark: most, unit: SizeUnit::Chunks };
    let source = |size, locked, pipes: &[StreamId]| {
        let flow = if locked { Flow::Flowing } else { Flow::Unasked };
        let side = ReadableSide { buffer: chunks(size, 2), flow, reading: false, ended: false, end_emitted: false, awaits_drain: 0 };
        Box::new(StreamState { readable: Some(side), web: true, pipes: pipes.into(), ..StreamState::default() })
    };
    let sink = |size, need_drain| {
        let side = WritableSide { buffer: chunks(size, 1), writing: size > 0, need_drain, corked: 0, ending: false, finished: false };
        Box::new(StreamState { writable: Some(side), web: true, ..StreamState::default() })
    };
    found(&mut r, SOURCE, "ReadableStream", Some("source"), source(0, false, &[]));
    found(&mut r, SINK, "WritableStream", Some("sink"), sink(0, false));
    r.step(None, Event::StreamChanged { stream: SOURCE, state: source(0, true, &[SINK]) });
    called(&mut r, SOURCE, StreamCall::AsksForMore, None);
    called(&mut r, SOURCE, StreamCall::Push, Some(1));
    called(&mut r, SINK, StreamCall::Write, Some(1));
    called(&mut r, SINK, StreamCall::Writes, None);
    r.step(None, Event::StreamChanged { stream: SINK, state: sink(1, true) });
    called(&mut r, SOURCE, StreamCall::Push, None);
    called(&mut r, SINK, StreamCall::Written, None);
    r.step(None, Event::StreamChanged { stream: SINK, state: sink(0, false) });
    let trace = r.finish();
    let items = vessels(&trace, 7, View::Whole, (988.0, 676.0));
    assert_eq!(words(item(&items, "valve-0").unwrap()), ["closed"]);
    assert!(words(item(&items, "stream-1-in").unwrap()).iter().any(|text| text == "backpressure · ready waits"));
    assert_eq!(
        told(trace),
        [
            "source is a ReadableStream: its queue counts as full at 2 chunks, its highWaterMark.",
            "sink is a WritableStream: its queue counts as full at 1 chunk, its highWaterMark.",
            "source now leads to sink.",
            "source calls its pull(): it asks for more. Its queue is empty.",
            "source gets a chunk by enqueue() with <Buffer 61 …>.",
            "To sink is written: write() with <Buffer 61 …>.",
            "sink calls its write(): until that is fulfilled, whatever else is written waits in the queue.",
            "sink has backpressure: its queue holds 1 of 1 chunk. Who writes should wait for writer.ready.",
            "source is told by close() that there is nothing more to come.",
            "What was being written to sink is through.",
            "sink wants more: writer.ready is fulfilled.",
        ]
    );
}

#[test]
fn rates_are_by_the_virtual_clock() {
    let (second, half) = (Nanos(1_000_000_000), Nanos(500_000_000));
    assert_eq!(
        [
            rate(500, second, B),
            rate(64 * 1024, half, B),
            rate(3 << 20, half, B),
            rate(12, second, SizeUnit::Objects),
            rate(1, Nanos(0), SizeUnit::Objects)
        ],
        ["500 bytes/s", "128 KiB/s", "6.0 MiB/s", "12 objects/s", "1000000000 objects/s"]
    );
    let items = vessels(&flood(), 15, View::Whole, (988.0, 676.0));
    let sink = item(&items, "stream-1-in").unwrap();
    assert!(
        sink.title.as_deref().is_some_and(|title| title.starts_with("sink, writable side, so far by the virtual clock: in ")),
        "{:?}",
        sink.title
    );
}

/// Fan-out, fan-in, a ring of pipes and more than fits.
fn crowd() -> Trace {
    let mut r = Recorder::new("many();\n");
    for id in 0..60 {
        let pipes: Vec<StreamId> = match id {
            0 => (1..5).map(StreamId).collect(),
            1..=4 => vec![StreamId(5)],
            6 => vec![StreamId(7)],
            7 => vec![StreamId(6)],
            _ => Vec::new(),
        };
        found(&mut r, StreamId(id), "Duplex", None, {
            let mut state = readable(40, Flow::Flowing, 0, &pipes);
            state.writable = writable(10, false).writable;
            state
        });
    }
    r.finish()
}

#[test]
fn what_is_shown_lies_in_the_box() {
    let trace = crowd();
    for step in [0, 5, 30, 59] {
        for (view, size) in [(View::Whole, (988.0, 676.0)), (View::Whole, (820.0, 560.0)), (View::Streams, (390.0, 330.0))] {
            let items = vessels(&trace, step, view, size);
            let panel = item(&items, "streams").unwrap();
            let Some(Shape::Rect { width, height, .. }) = panel.shapes.first() else { panic!("a panel") };
            for one in items.iter().filter(|one| one.id.starts_with("stream-")) {
                for shape in &one.shapes {
                    if let Shape::Rect { x, y, width: w, height: h, .. } = shape {
                        let inside =
                            one.x + x >= panel.x && one.x + x + w <= panel.x + width && one.y + y >= panel.y && one.y + y + h <= panel.y + height;
                        assert!(inside && *w > 20.0 && *h > 10.0, "{view:?} {}: {shape:?}", one.id);
                    }
                }
            }
            assert!(item(&items, "streams-rest").is_some());
            // The stream that the step is about is among them.
            assert!(items.iter().any(|one| one.id.starts_with(&format!("stream-{step}"))), "{step}");
        }
    }
}

#[test]
fn a_long_run_keeps_its_highest_levels_and_its_last() {
    let mut r = Recorder::new("long();\n");
    found(&mut r, SINK, "Writable", None, writable(0, false));
    for _ in 0..20_000 {
        r.step(None, Event::StreamChanged { stream: SOURCE, state: writable(20, true) });
        r.step(None, Event::StreamChanged { stream: SOURCE, state: writable(0, false) });
    }
    r.step(None, Event::StreamChanged { stream: SOURCE, state: writable(7, false) });
    let trace = r.finish();
    let levels = &trace.streams()[0].levels;
    assert!(levels.len() <= 2_048 && levels.is_sorted_by_key(|level| level.at), "{}", levels.len());
    assert_eq!(levels.last().map(|level| level.writable), Some(7));
    assert_eq!(levels.iter().map(|level| level.writable).max(), Some(20));
}

#[test]
fn a_chunk_is_told_in_bytes_and_as_text() {
    let mut r = Recorder::new("");
    let values = [(ValueKind::Object, "<Buffer 68 69 0a e4 …>"), (ValueKind::Object, "<Buffer>"), (ValueKind::String, "'hi'")];
    let values = values.map(|(kind, text)| r.value(kind, text));
    let trace = r.finish();
    let told = values.map(|value| chunk_words(&trace, value));
    assert_eq!(told, ["<Buffer 68 69 0a e4 …>, as text “hi..…”", "<Buffer>", "'hi'"]);
}

#[test]
fn who_listens_is_told_and_counted() {
    let mut r = Recorder::new("source.pipe(sink);\n");
    found(&mut r, SOURCE, "Readable", Some("source"), readable(0, Flow::Unasked, 0, &[]));
    let data = r.text("data");
    for listeners in [1, 3, 2, 0] {
        r.step(None, Event::StreamListened { stream: SOURCE, event: data, listeners });
    }
    let mut player = Player::new(std::rc::Rc::new(r.finish()));
    let mut told = Vec::new();
    let mut held = Vec::new();
    for step in 1..=4 {
        player.seek(StepId(step));
        told.push(sentence_text(&player.caption().sentence));
        held.push(listeners_words(player.trace(), &player.snapshot().streams[0]));
    }
    let expected = [
        "source has a listener for data.",
        "source has 3 listeners for data.",
        "source has one listener fewer, 2, for data.",
        "source no longer has a listener for data.",
    ];
    assert_eq!(told, expected);
    assert_eq!(held, [Some("Listeners: data 1".to_owned()), Some("Listeners: data 3".to_owned()), Some("Listeners: data 2".to_owned()), None]);
}

#[test]
fn what_is_held_makes_the_process_larger() {
    assert_eq!(resident(0), "41.9 MiB");
    assert_eq!(resident(100 * 1024 * 1024), "141.9 MiB");
    let trace = pipe();
    let told = |step: u32| {
        let scene = scene(&trace, &trace.snapshot(StepId(step)), View::Whole, 1_000.0, 700.0);
        let layer = scene.layers.iter().find(|layer| layer.id == "streams").unwrap();
        let item = item(&layer.items, "streams-memory").unwrap();
        item.shapes.iter().find_map(|shape| if let Shape::Text { text, .. } = shape { Some(text.to_string()) } else { None }).unwrap()
    };
    assert_eq!(told(0), "0 bytes held · process RSS 41.9 MiB (Model)");
    assert_eq!(told(9), "20 bytes held · process RSS 41.9 MiB (Model)");
}
