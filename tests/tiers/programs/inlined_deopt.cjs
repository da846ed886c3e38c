const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function sq(x) { return x * x; }
function dist(a, b) { return sq(a) + sq(b); }
for (let i = 0; i < 5000; i++) { dist(i & 15, 3); pause(); }
dist(1.5, 2);
for (let i = 0; i < 1500; i++) { dist(i & 15, 3); pause(); }
