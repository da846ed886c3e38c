const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function less(a, b) { return a < b; }
for (let i = 0; i < 5000; i++) { less(i, 5); pause(); }
less('a', 'b');
for (let i = 0; i < 1500; i++) { less(i, 5); pause(); }
