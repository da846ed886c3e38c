const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function count(n) { let s = 0; while (n > 0) { s = s ^ n; n = n - 1; pause(); } return s; }
count(6000);
