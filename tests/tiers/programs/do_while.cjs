const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function count(n) { let s = 0; do { s = s | n; n--; pause(); } while (n > 0); return s; }
count(6000);
