const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function get(o) { return o.x; }
const one = { x: 1 };
for (let i = 0; i < 6000; i++) { get(one); pause(); }
get({ y: 2, x: 1 });
for (let i = 0; i < 1500; i++) { get(one); pause(); }
