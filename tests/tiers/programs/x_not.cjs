const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function flip(b) { return !b; }
for (let i = 0; i < 2500; i++) { flip((i & 1) === 0); pause(); }
