const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function get(o) { return o.missing; }
const o = { a: 1 };
for (let i = 0; i < 2500; i++) { get(o); pause(); }
get({ missing: 1 });
for (let i = 0; i < 700; i++) { get(o); pause(); }
