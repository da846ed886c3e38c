const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
class A { f(n) { return n + 1; } }
class B extends A { f(n) { return super.f(n) * 2; } }
const b = new B();
function g(n) { return b.f(n); }
for (let i = 0; i < 1200; i++) { g(i); pause(); }
