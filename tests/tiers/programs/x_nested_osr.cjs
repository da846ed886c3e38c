const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function table(n) { let s = 0; for (let i = 0; i < 40; i++) { for (let j = 0; j < n; j++) { s = (s ^ (i * j)) & 1023; pause(); } } return s; }
table(150);
