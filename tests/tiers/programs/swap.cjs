const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function swap(a, i, j) { const t = a[i]; a[i] = a[j]; a[j] = t; }
const list = [1, 2, 3, 4];
for (let i = 0; i < 4000; i++) { swap(list, i & 3, 0); pause(); }
