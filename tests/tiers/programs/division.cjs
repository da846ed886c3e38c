const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function half(x) { return x / 2; }
for (let i = 0; i < 5000; i++) { half(i * 2); pause(); }
half(3);
for (let i = 0; i < 1500; i++) { half(i * 2); pause(); }
