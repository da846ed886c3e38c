const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function outer() { return () => { return (x) => x + 1; }; }
const a = outer()(), b = outer()();
for (let i = 0; i < 1500; i++) { a(i); pause(); }
for (let i = 0; i < 1500; i++) { b(i); pause(); }
