const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function rest(x) { return x % 7; }
for (let i = 0; i < 5000; i++) { rest(i); pause(); }
rest(-7);
for (let i = 0; i < 1500; i++) { rest(i); pause(); }
