const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function sum(n) { let s = 0; for (let i = 0; i < n; i++) { s = i & 255; pause(); } return s; }
sum(3000); sum(3000); sum(3000);
