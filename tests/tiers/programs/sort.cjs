const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
const list = []; for (let i = 0; i < 300; i++) { list.push((i * 7919) % 1009); }
function by(a, b) { return a - b; }
for (let k = 0; k < 3; k++) { list.slice().sort(by); pause(); }
