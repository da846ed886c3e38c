const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
const fs = [(x) => x + 1, (x) => x + 2, (x) => x + 3];
function apply(f, x) { return f(x); }
for (let i = 0; i < 3000; i++) { apply(fs[i % 3], i); pause(); }
