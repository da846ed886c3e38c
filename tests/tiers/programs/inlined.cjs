const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function sq(x) { return x * x; }
function dist(p) { return sq(p.x) + sq(p.y); }
for (let i = 0; i < 6000; i++) { dist({ x: i & 15, y: 3 }); pause(); }
