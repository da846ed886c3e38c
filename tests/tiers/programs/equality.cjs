const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function same(a, b) { return a === b; }
for (let i = 0; i < 5000; i++) { same(i, 5); pause(); }
same('a', 'b');
for (let i = 0; i < 1500; i++) { same(i, 5); pause(); }
