const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function make() { function work(x) { return x * 3 + 1; } return work; }
const a = make(), b = make();
for (let i = 0; i < 2000; i++) { a(i); pause(); }
for (let i = 0; i < 1500; i++) { b(i); pause(); }
