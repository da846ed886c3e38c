const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
class Base { constructor(n) { this.n = n; } twice() { return this.n * 2; } }
class Derived extends Base { thrice() { return this.n * 3 + this.twice(); } }
const d = new Derived(3);
for (let i = 0; i < 4000; i++) { d.thrice(); pause(); }
