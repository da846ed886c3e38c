const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
let total = 0;
function add(x) { total += x; }
for (let i = 0; i < 3000; i++) { add(i); pause(); }
add(0.5);
for (let i = 0; i < 800; i++) { add(i); pause(); }
