const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function a(x) { return x + 1; }
function b(x) { return a(x) * 2; }
function c(x) { return b(x) - 3; }
for (let i = 0; i < 4000; i++) { c(i & 255); pause(); }
c(1.5);
for (let i = 0; i < 700; i++) { c(i & 255); pause(); }
