const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function add(list, x) { list.push(x); }
const list = [];
for (let i = 0; i < 5000; i++) { add(list, i); pause(); }
