const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function f(x) { if (x < 0) { return x === -1; } return x; }
for (let i = 0; i < 5000; i++) { f(i); pause(); }
f(-1);
for (let i = 0; i < 1500; i++) { f(i); pause(); }
