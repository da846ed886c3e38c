const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function find(n) { let k = 0; outer: for (let i = 0; i < n; i++) { for (let j = 0; j < n; j++) { if (j > i) { continue outer; } k += 1; } } return k; }
for (let i = 0; i < 600; i++) { find(12); pause(); }
