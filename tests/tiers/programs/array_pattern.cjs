const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function first([a, b]) { return a + b; }
for (let i = 0; i < 900; i++) { first([i, 1]); pause(); }
first(['a', 'b']);
for (let i = 0; i < 400; i++) { first([i, 1]); pause(); }
