const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function put(list, i, x) { list[i] = x; }
const list = [0, 0, 0, 0];
for (let i = 0; i < 5000; i++) { put(list, i & 3, i); pause(); }
put(list, 4, 1);
for (let i = 0; i < 1500; i++) { put(list, i & 3, i); pause(); }
