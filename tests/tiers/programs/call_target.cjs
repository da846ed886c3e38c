const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function twice(f, x) { return f(x) + f(x); }
function a(x) { return x + 1; }
function b(x) { return x + 2; }
for (let i = 0; i < 5000; i++) { twice(a, i); pause(); }
twice(b, 1);
for (let i = 0; i < 1500; i++) { twice(a, i); pause(); }
