const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
const counts = { a: 0, b: 0 };
function bump(k) { counts[k]++; }
const ks = ['a', 'b'];
for (let i = 0; i < 2500; i++) { bump(ks[i & 1]); pause(); }
