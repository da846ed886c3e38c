const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function mul(a, b) { return a * b; }
for (let i = 0; i < 5000; i++) { mul(i, 3); pause(); }
mul(-1, 0);
for (let i = 0; i < 1500; i++) { mul(i, 3); pause(); }
