const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
const queue = [];
function push(x) { queue.push(x); }
function take() { return queue.shift(); }
for (let i = 0; i < 2500; i++) { push(i); push(i); take(); pause(); }
