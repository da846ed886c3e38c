const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function f(x) { if (x < 0) { x++; return x; } return x; }
for (let i = 0; i < 5000; i++) { f(i); pause(); }
f(-1);
