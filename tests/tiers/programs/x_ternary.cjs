const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function sign(x) { return x > 0 ? 1 : x < 0 ? -1 : 0; }
for (let i = 0; i < 3000; i++) { sign(i); pause(); }
sign(-5);
sign(0.5);
for (let i = 0; i < 700; i++) { sign(i); pause(); }
