const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function inc(a) { return a + 1; }
for (let i = 0; i < 6000; i++) { inc(i); pause(); }
inc(2147483647);
for (let i = 0; i < 1500; i++) { inc(i); pause(); }
