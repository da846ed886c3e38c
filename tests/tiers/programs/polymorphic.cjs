const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function get(o) { return o.x; }
const all = [{ x: 1 }, { y: 1, x: 2 }, { z: 1, x: 3 }];
for (let i = 0; i < 5000; i++) { get(all[i % 3]); pause(); }
get({ w: 2, x: 1 });
for (let i = 0; i < 1500; i++) { get(all[i % 3]); pause(); }
