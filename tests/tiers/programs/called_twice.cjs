const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function loop(n) { let s = 0; for (let i = 0; i < n; i++) { s = (s + i) & 1023; } return s; }
for (let i = 0; i < 1500; i++) { loop(50); pause(); }
