const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function risky(x) { if (x % 100 === 0) { throw new Error('x'); } return x; }
function safe(x) { try { return risky(x); } catch (e) { return 0; } }
for (let i = 0; i < 4000; i++) { safe(i); pause(); }
