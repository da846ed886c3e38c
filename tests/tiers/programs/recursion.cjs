const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function fib(n) { pause(); return n < 2 ? n : fib(n - 1) + fib(n - 2); }
fib(19);
