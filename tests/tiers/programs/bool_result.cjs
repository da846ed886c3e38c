const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function between(x, a, b) { return x >= a && x <= b; }
for (let i = 0; i < 4000; i++) { between(i, 10, 20); pause(); }
between(1.5, 1, 2);
for (let i = 0; i < 700; i++) { between(i, 10, 20); pause(); }
