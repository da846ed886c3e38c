const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function f(x, o) { if (x < 0) { return o[0]; } return x; }
const o = [1];
for (let i = 0; i < 5000; i++) { f(i, o); pause(); }
f(-1, o);
