const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function at(a, i) { return a[i]; }
const list = [1, 2, 3, 4];
for (let i = 0; i < 5000; i++) { at(list, i & 3); pause(); }
at(list, 10);
for (let i = 0; i < 1500; i++) { at(list, i & 3); pause(); }
