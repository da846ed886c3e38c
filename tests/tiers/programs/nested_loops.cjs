const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function grid(n) { let s = 0; for (let i = 0; i < n; i++) { for (let j = 0; j < 20; j++) { s = (s + i * j) & 4095; pause(); } } return s; }
grid(300);
