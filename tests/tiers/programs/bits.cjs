const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function mask(x) { return x & 255; }
for (let i = 0; i < 5000; i++) { mask(i); pause(); }
mask(1.5);
for (let i = 0; i < 1500; i++) { mask(i); pause(); }
