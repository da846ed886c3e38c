const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function outer(i) { const inner = (x) => x + 1; return inner(i); }
for (let i = 0; i < 5000; i++) { outer(i); pause(); }
