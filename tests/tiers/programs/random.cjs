const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
let seed = 1;
function random() { seed = (seed * 1103515245 + 12345) & 2147483647; return seed; }
for (let i = 0; i < 4000; i++) { random(); pause(); }
