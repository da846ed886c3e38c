const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function counter() { let n = 0; return () => { n = n + 1; return n; }; }
const next = counter();
for (let i = 0; i < 6000; i++) { next(); pause(); }
