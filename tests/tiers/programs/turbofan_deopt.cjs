const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
const list = []; for (let i = 0; i < 150; i++) { list.push(i); }
function cb(x) { return x * 2; }
for (let k = 0; k < 100; k++) { list.map(cb); pause(); pause(); pause(); }
[1.5].map(cb);
for (let k = 0; k < 20; k++) { list.map(cb); pause(); }
