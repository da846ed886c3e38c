const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
class Counter { #count = 0; add() { return ++this.#count; } }
const counter = new Counter();
function tick() { return counter.add(); }
for (let i = 0; i < 1200; i++) { tick(); pause(); }
