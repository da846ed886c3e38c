const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function set(o, v) { o.v = v; }
const o = { v: 1 };
for (let i = 0; i < 5000; i++) { set(o, i); pause(); }
set({ w: 1, v: 2 }, 3);
for (let i = 0; i < 1500; i++) { set(o, i); pause(); }
