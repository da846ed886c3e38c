const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function sum(a, b, c) { return a + b + c; }
function call(list) { return sum(...list); }
for (let i = 0; i < 1200; i++) { call([i, 1, 2]); pause(); }
