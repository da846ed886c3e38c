// functions: counter increment adder params blockContext perIteration thises recursion deep named hole laterUse constOuter
function counter() { let n = 0; function increment() { n++; return n; } increment(); return increment; }
function adder(a) { return b => a + b; }
function params(a, b, c) { return () => a + c + b; }
function blockContext(x) { let f; { let y = x; f = () => y; y = 2; } return f; }
function perIteration(n) { const fs = []; for (let i = 0; i < n; i++) { fs.push(() => i); } return fs; }
function thises() { const f = () => this; return f(); }
function recursion(n) { const go = k => k ? go(k - 1) : n; return go(n); }
function deep(a) { return function () { return function () { return a++; }; }; }
const expression = function named(n) { return n ? named(n - 1) : named; };
function hole() { const f = () => x; let x = 1; return f() + x; }
function laterUse(f) { if (f) { return y; } let y = 2; return y; }
const outer = 1; let mutable = 2;
function constOuter() { mutable = mutable + outer; return outer + mutable + outer; }
counter(); adder(1)(2); params(1, 2, 3); blockContext(1); perIteration(2); thises.call({}); recursion(2); deep(1); expression(2); hole(); laterUse(0); constOuter();
