//! The reference program's run, as the engine would record it.

use trace::*;

use super::recorder::Recorder;

pub const SOURCE: &str = r#"const fs = require("node:fs");
const { pbkdf2 } = require("node:crypto");

console.log("script start");

setTimeout(() => console.log("timeout"), 0);
setImmediate(() => console.log("immediate"));

fs.readFile("data.json", (err, data) => {
  console.log("file", data.length);
});
pbkdf2("pw", "salt", 1e5, 64, "sha512", () => {
  console.log("hash");
});

Promise.resolve()
  .then(() => console.log("promise"))
  .then(() => console.log("promise 2"));
process.nextTick(() => console.log("nextTick"));
console.log("script end");
"#;

use Phase::*;
use ValueKind as V;

struct Pool {
    request: u32,
}

impl Pool {
    fn submit(&mut self, r: &mut Recorder, site: Option<SiteId>, label: &str, task: TaskId, worker: u16, takes: u64) -> RequestId {
        let request = RequestId(self.request);
        self.request += 1;
        let work = if label.starts_with("fs.") { PoolWork::FastIo } else { PoolWork::Cpu };
        let label = r.text(label);
        r.step(site, Event::PoolSubmitted { request, label, work, task: Some(task) });
        r.step(None, Event::PoolStarted { request, worker: WorkerId(worker), until: Nanos(r.now() + takes) });
        request
    }
}

#[expect(clippy::too_many_lines, reason = "one run from its first step to its last")]
pub fn reference_run() -> Trace {
    let mut r = Recorder::new(SOURCE);
    let mut pool = Pool { request: 0 };

    let main = r.enqueue(None, Queue::Main, "main script", None);
    r.step(None, Event::TaskBegun { task: main });
    r.enter("main.js", FrameKind::Program, None);
    let globals = [("fs", V::Object, "{ readFile: [Function], … }"), ("pbkdf2", V::Function, "[Function: pbkdf2]")];
    r.statement("const fs = require(\"node:fs\");", &[]);
    let site = r.call("require(\"node:fs\")", &[(V::String, "'node:fs'")]);
    r.returned(site, V::Object, "{ readFile: [Function], … }");
    r.statement("const { pbkdf2 } = require(\"node:crypto\");", &globals[..1]);
    let site = r.call("require(\"node:crypto\")", &[(V::String, "'node:crypto'")]);
    r.returned(site, V::Object, "{ pbkdf2: [Function], … }");
    r.statement("console.log(\"script start\");", &globals);
    r.print("console.log(\"script start\")", "script start");

    r.statement("setTimeout(() => console.log(\"timeout\"), 0);", &globals);
    let site = r.call("setTimeout(() => console.log(\"timeout\"), 0)", &[(V::Function, "[Function]"), (V::Number, "0")]);
    let due = r.now() + 1_000_000;
    let timeout = r.enqueue(Some(site), Queue::Timer, "timeout callback, line 6", Some(due));
    r.returned(site, V::Object, "Timeout {…}");
    r.statement("setImmediate(() => console.log(\"immediate\"));", &globals);
    let site = r.call("setImmediate(() => console.log(\"immediate\"))", &[(V::Function, "[Function]")]);
    let immediate = r.enqueue(Some(site), Queue::Immediate, "immediate callback, line 7", None);
    r.returned(site, V::Object, "Immediate {…}");

    let read = "fs.readFile(\"data.json\", (err, data) => {\n  console.log(\"file\", data.length);\n})";
    r.statement(read, &globals);
    let site = r.call(read, &[(V::String, "'data.json'"), (V::Function, "[Function]")]);
    let file = r.enqueue(Some(site), Queue::Poll, "readFile callback, line 9", None);
    let open = pool.submit(&mut r, Some(site), "fs.open", file, 0, 300_000);
    r.returned(site, V::Undefined, "undefined");
    let hash_call = "pbkdf2(\"pw\", \"salt\", 1e5, 64, \"sha512\", () => {\n  console.log(\"hash\");\n})";
    r.statement(hash_call, &globals);
    let site = r.call(hash_call, &[(V::String, "'pw'"), (V::String, "'salt'"), (V::Number, "100000"), (V::Number, "64"), (V::String, "'sha512'")]);
    let hash = r.enqueue(Some(site), Queue::Poll, "pbkdf2 callback, line 12", None);
    let derive = pool.submit(&mut r, Some(site), "pbkdf2", hash, 1, 48_000_000);
    r.returned(site, V::Undefined, "undefined");

    let chain = "Promise.resolve()\n  .then(() => console.log(\"promise\"))\n  .then(() => console.log(\"promise 2\"));";
    r.statement(chain, &globals);
    let site = r.call("Promise.resolve()", &[]);
    r.returned(site, V::Promise, "Promise { undefined }");
    let site = r.call(".then(() => console.log(\"promise\"))", &[(V::Function, "[Function]")]);
    let then = r.enqueue(Some(site), Queue::Microtask, "then callback, line 17", None);
    r.returned(site, V::Promise, "Promise { <pending> }");
    let then_site = r.call(".then(() => console.log(\"promise 2\"))", &[(V::Function, "[Function]")]);
    r.returned(then_site, V::Promise, "Promise { <pending> }");
    r.statement("process.nextTick(() => console.log(\"nextTick\"));", &globals);
    let site = r.call("process.nextTick(() => console.log(\"nextTick\"))", &[(V::Function, "[Function]")]);
    let tick = r.enqueue(Some(site), Queue::NextTick, "nextTick callback, line 19", None);
    r.returned(site, V::Undefined, "undefined");
    r.statement("console.log(\"script end\");", &globals);
    r.print("console.log(\"script end\")", "script end");
    r.leave();
    r.step(None, Event::TaskEnded { task: main });

    r.callback(tick, "nextTick callback", "console.log(\"nextTick\")", "nextTick");
    r.step(None, Event::TaskBegun { task: then });
    let entry = r.site(SiteKind::Entry, "console.log(\"promise\")");
    r.enter("then callback", FrameKind::Program, Some(entry));
    r.statement("console.log(\"promise\")", &[]);
    r.print("console.log(\"promise\")", "promise");
    r.leave();
    let second = r.enqueue(Some(then_site), Queue::Microtask, "then callback, line 18", None);
    r.step(None, Event::TaskEnded { task: then });
    r.callback(second, "then callback", "console.log(\"promise 2\")", "promise 2");

    // libuv ≥ 1.45 looks at the timers once before the loop.
    r.step(None, Event::PhaseEntered { phase: Timers, iteration: 0 });
    r.step(None, Event::Chosen { kind: ChoiceKind::TimerExpired, taken: 0, options: 2 });
    r.step(None, Event::PhaseLeft { phase: Timers });
    r.quiet(&[Pending, Idle, Prepare], 1);
    r.wait_until(500_000);
    r.step(None, Event::PoolFinished { request: open, worker: WorkerId(0) });
    let mut job = open;
    r.phase(Poll, 1, |r| {
        r.step(None, Event::PoolDelivered { request: job });
        job = pool.submit(r, None, "fs.fstat", file, 0, 200_000);
    });
    r.phase(Check, 1, |r| r.callback(immediate, "immediate callback", "console.log(\"immediate\")", "immediate"));
    r.quiet(&[Closing], 1);
    r.wait_until(due);
    r.step(None, Event::PoolFinished { request: job, worker: WorkerId(0) });
    r.phase(Timers, 1, |r| r.callback(timeout, "timeout callback", "console.log(\"timeout\")", "timeout"));

    for (iteration, label) in [(2, "fs.read"), (3, "fs.close")] {
        r.quiet(&[Pending, Idle, Prepare], iteration);
        r.phase(Poll, iteration, |r| {
            if iteration > 2 {
                r.step(None, Event::PollBlocked { until: None });
                r.wait_until(r.now() + 150_000);
                r.step(None, Event::PoolFinished { request: job, worker: WorkerId(0) });
                r.step(None, Event::PollWoke { wake: Wake::Pool });
            }
            r.step(None, Event::PoolDelivered { request: job });
            job = pool.submit(r, None, label, file, 0, 150_000);
        });
        r.quiet(&[Check, Closing, Timers], iteration);
    }
    r.quiet(&[Pending, Idle, Prepare], 4);
    r.phase(Poll, 4, |r| {
        r.step(None, Event::PollBlocked { until: None });
        r.wait_until(r.now() + 150_000);
        r.step(None, Event::PoolFinished { request: job, worker: WorkerId(0) });
        r.step(None, Event::PollWoke { wake: Wake::Pool });
        r.step(None, Event::PoolDelivered { request: job });
        r.step(None, Event::TaskBegun { task: file });
        let text = "console.log(\"file\", data.length)";
        let entry = r.site_with(SiteKind::Entry, text, &["err", "data"]);
        r.enter("readFile callback", FrameKind::Program, Some(entry));
        r.statement(text, &[("err", V::Null, "null"), ("data", V::Object, "<Buffer 7b 22 6f 6b 22 3a 74 72 75 65 7d 0a>")]);
        r.print(text, "file 12");
        r.leave();
        r.step(None, Event::TaskEnded { task: file });
    });
    r.quiet(&[Check, Closing, Timers], 4);
    r.quiet(&[Pending, Idle, Prepare], 5);
    r.phase(Poll, 5, |r| {
        r.step(None, Event::PollBlocked { until: None });
        r.wait_until(48_200_000);
        r.step(None, Event::PoolFinished { request: derive, worker: WorkerId(1) });
        r.step(None, Event::PollWoke { wake: Wake::Pool });
        r.step(None, Event::PoolDelivered { request: derive });
        r.callback(hash, "pbkdf2 callback", "console.log(\"hash\")", "hash");
    });
    r.quiet(&[Check, Closing, Timers], 5);
    r.step(None, Event::Exited { code: 0, ending: Ending::Natural });
    r.finish()
}
