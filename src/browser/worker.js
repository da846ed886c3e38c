// Runs programs in engine.wasm, which imports nothing: all it can touch is its own memory.
//
// The engine is booted once with Node's library, and its memory copied. Every run starts on a fresh instance
// with that copy in place, so that no program can leave anything behind for the next one, a crash included.
//
// In: ["warm", major], to have that version of Node ready; ["run", major, program] (postcard). Out: ["started"], ["chunk", Uint8Array] …, then one of
// ["finished"], ["refused", sentence], ["crashed"], ["exhausted"]; or ["unavailable"] when the engine cannot start.
//
// In: ["explore", major, program]. Out: ["found", Uint8Array] after each run, then ["explored"]. Whatever comes in between ends it.

const MORE = 0, FINISHED = 1, REFUSED = 2;
const PAGE = 65536;
/** The engine's memory ends at 1 GiB (build.rs), and what does not fit any more may be as large as all that is there: a trap with this much in use is want of memory. */
const MUCH = 2 ** 28;
/** Looking for all outcomes ends after so long, ms. */
const LONG_ENOUGH = 20_000;

/** Node's own library of each version, and what of it is compiled; fetched when they are wanted. */
const LIBRARIES = {
  26: ["node-26.bin", "node-26.code"],
  24: ["node-24.bin", "node-24.code"],
  22: ["node-22.bin", "node-22.code"],
  20: ["node-20.bin", "node-20.code"],
  18: ["node-18.bin", "node-18.code"],
};

const compiled = WebAssembly.compileStreaming(fetch(new URL("engine.wasm", import.meta.url)));
// Whoever boots hears of it.
compiled.catch(() => {});

async function fetched(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function boot(major) {
  const [library, code] = LIBRARIES[major];
  // What does not come compiled is compiled here.
  const without = () => new Uint8Array(0);
  const [module, ...files] = await Promise.all([compiled, fetched(library), fetched(code).catch(without)]);
  const engine = new WebAssembly.Instance(module).exports;
  if (engine.boot(...files.flatMap((bytes) => give(engine, bytes))) === REFUSED) throw new Error(sentence(engine));
  const image = new Uint8Array(engine.memory.buffer).slice();
  return { module, image, ready: engine };
}

/** The version that is up or coming up. One at a time: an image takes tens of megabytes. */
let current = { major: 0, booted: null };

function ready(major) {
  if (current.major !== major) {
    current = { major, booted: boot(major) };
    current.booted.catch(() => postMessage(["unavailable"]));
  }
  return current.booted;
}

/** Copies bytes into the engine's memory: [pointer, length]. */
function give(engine, bytes) {
  const pointer = engine.allocate(bytes.length);
  new Uint8Array(engine.memory.buffer, pointer, bytes.length).set(bytes);
  return [pointer, bytes.length];
}

/** What the engine has to say, copied out of its memory. */
function take(engine) {
  return new Uint8Array(engine.memory.buffer, engine.out_ptr(), engine.out_len()).slice();
}

function sentence(engine) {
  return new TextDecoder().decode(take(engine));
}

/** An engine just after its boot. */
function fresh({ module, image }) {
  const engine = new WebAssembly.Instance(module).exports;
  const missing = image.length - engine.memory.buffer.byteLength;
  if (missing > 0) engine.memory.grow(Math.ceil(missing / PAGE));
  new Uint8Array(engine.memory.buffer).set(image);
  return engine;
}

function send(engine) {
  const chunk = take(engine);
  if (chunk.length > 0) postMessage(["chunk", chunk], [chunk.buffer]);
}

/** Counts what was asked for. */
let asked = 0;
onmessage = async ({ data: [what, major, program] }) => {
  const number = what === "warm" ? asked : ++asked;
  const state = await ready(major).catch(() => null);
  if (!state || !program) return;
  if (what === "run") run(state, program);
  else await explore(state, program, () => number === asked);
};

function run(state, program) {
  const engine = state.ready ?? fresh(state);
  state.ready = null;
  try {
    postMessage(["started"]);
    let status = engine.begin(...give(engine, program));
    while (status === MORE) {
      status = engine.advance();
      if (status !== REFUSED) send(engine);
    }
    postMessage(status === FINISHED ? ["finished"] : ["refused", sentence(engine)]);
  } catch {
    postMessage([engine.memory.buffer.byteLength > MUCH ? "exhausted" : "crashed"]);
  }
  state.ready = fresh(state);
}

/** Runs a program every way that it may go, each time on a fresh engine. A run that traps ends it: what was found stays true. */
async function explore(state, program, wanted) {
  const until = performance.now() + LONG_ENOUGH;
  const explorer = new WebAssembly.Instance(state.module).exports;
  try {
    let status = explorer.explore(...give(explorer, program));
    let next = take(explorer);
    while (status === MORE && performance.now() < until) {
      status = explorer.note(...give(explorer, endOf(fresh(state), next)));
      next = take(explorer);
      explorer.found();
      postMessage(["found", take(explorer)]);
      await turn();
      if (!wanted()) return;
    }
  } catch {}
  postMessage(["explored"]);
}

/** Runs a program to its end without recording it; what it came to. */
function endOf(engine, program) {
  let status = engine.begin_unrecorded(...give(engine, program));
  while (status === MORE) status = engine.advance();
  if (status === REFUSED) throw new Error(sentence(engine));
  engine.ended();
  return take(engine);
}

/** Lets messages in. */
function turn() {
  return new Promise((resolve) => setTimeout(resolve));
}
