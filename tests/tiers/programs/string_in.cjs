const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function plus(a, b) { return a + b; }
for (let i = 0; i < 5000; i++) { plus(i, 3); pause(); }
plus('a', 'b');
for (let i = 0; i < 1500; i++) { plus(i, 3); pause(); }
