const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function get(o, k) { return o[k]; }
const o = { a: 1, b: 2 };
for (let i = 0; i < 5000; i++) { get(o, 'a'); pause(); }
get(o, 'b');
for (let i = 0; i < 1500; i++) { get(o, 'a'); pause(); }
