const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function check(x) { if (x < 0) { throw new RangeError('x'); } return x + 1; }
for (let i = 0; i < 3000; i++) { check(i); pause(); }
try { check(-1); } catch (e) { pause(); }
for (let i = 0; i < 700; i++) { check(i); pause(); }
