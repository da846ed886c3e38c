const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function at(a, i) { return a[i]; }
const list = [1, 2, , 4];
for (let i = 0; i < 5000; i++) { at(list, (i & 1) ? 0 : 3); pause(); }
at(list, 2);
for (let i = 0; i < 1500; i++) { at(list, 0); pause(); }
