const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function none(x) { return x === null; }
const o = {};
for (let i = 0; i < 4000; i++) { none(o); pause(); }
none(null);
none(1);
for (let i = 0; i < 700; i++) { none(o); pause(); }
