const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function energy(n) { let e = 0.5; for (let i = 1; i < n; i++) { e = e + 1 / i; pause(); } return e; }
energy(4000);
