const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function price(k) { switch (k) { case 'a': return 1; case 'b': return 2; default: return 0; } }
const ks = ['a', 'b', 'c'];
for (let i = 0; i < 3000; i++) { price(ks[i % 3]); pause(); }
