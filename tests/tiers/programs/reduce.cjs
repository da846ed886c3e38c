const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
const list = []; for (let i = 0; i < 1000; i++) { list.push(i); }
function plus(a, x) { return a + x; }
for (let k = 0; k < 20; k++) { list.reduce(plus, 0); pause(); pause(); pause(); pause(); }
