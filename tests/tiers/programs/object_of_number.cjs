const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function get(o) { return o.x; }
const one = { x: 1 };
for (let i = 0; i < 3000; i++) { get(one); pause(); }
get(5);
for (let i = 0; i < 600; i++) { get(one); pause(); }
