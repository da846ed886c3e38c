const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function count(...all) { let n = 0; for (const one of all) n += one; return n; }
for (let i = 0; i < 1200; i++) { count(1, 2, 3); pause(); }
