const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
class Counter { count = 0; step = 1; add() { this.count += this.step; return this; } }
function make() { return new Counter().add(); }
for (let i = 0; i < 1200; i++) { make(); pause(); }
