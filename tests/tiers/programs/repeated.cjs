const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function plus(a, b) { return a + b; }
for (let i = 0; i < 2000; i++) { plus(i, 1); pause(); }
plus(1.5, 1);
for (let i = 0; i < 2000; i++) { plus(i, 1); pause(); }
plus('a', 1);
for (let i = 0; i < 2000; i++) { plus(i, 1); pause(); }
