// The engine's wasm outside the page, as src/browser/worker.js drives it in there. Runs in the pinned node, before another of these scripts.
'use strict';
const { readFileSync, readdirSync, writeFileSync } = require('fs');
const path = require('path');

const MORE = 0, REFUSED = 2;

/** An engine that nothing has run in: its exports, and what it takes to give it bytes and to take its answers. */
function fresh(wasm) {
  const engine = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm))).exports;
  const give = (bytes) => {
    const at = engine.allocate(bytes.length);
    new Uint8Array(engine.memory.buffer, at, bytes.length).set(bytes);
    return [at, bytes.length];
  };
  const take = () => Buffer.from(new Uint8Array(engine.memory.buffer, engine.out_ptr(), engine.out_len()));
  const well = (status) => { if (status === REFUSED) throw new Error(take().toString()); return status; };
  return {
    engine, take, well,
    /** Calls one of its functions with byte strings. */
    call: (name, ...given) => well(engine[name](...given.flatMap(give))),
    /** Runs the program that has begun to its end; `see` gets each chunk of its trace. */
    run: (see = () => {}) => { for (let status = MORE; status === MORE;) { status = well(engine.advance()); see(take()); } },
  };
}
