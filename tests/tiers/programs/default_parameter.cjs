const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function power(x, n = 2) { let r = 1; while (n-- > 0) { r *= x; } return r; }
for (let i = 0; i < 2000; i++) { power(3); pause(); }
