const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function f(a) { return a.x; }
function run(n, p, q) { let s = 0; for (let i = 0; i < n; i++) { s += f(i < 2500 ? p : q); pause(); } return s; }
run(4500, { x: 1 }, { y: 2, x: 3 });
