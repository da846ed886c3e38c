const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function sum(n) { let s = 0; for (let i = 0; i < n; i++) { if (i < 3000) { s = i & 255; } else { s = i * 1.5; } pause(); } return s; }
sum(6000);
