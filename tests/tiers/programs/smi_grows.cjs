const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function next(x) { return (x * 5 + 1) % 1000003; }
let x = 1;
for (let i = 0; i < 4000; i++) { x = next(x); pause(); }
