const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function adder(n) { return function add(x) { return x + n; }; }
const one = adder(1), two = adder(2);
for (let i = 0; i < 3000; i++) { one(i); two(i); pause(); }
