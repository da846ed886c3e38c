const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function f(a) { let b = (a++, a * 2); return b > 3 ? b : (b -= 1, b); }
for (let i = 0; i < 1200; i++) { f(i); pause(); }
f(0.5);
for (let i = 0; i < 600; i++) { f(0.5); pause(); }
