const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
class V { constructor(x) { this.x = x; } plus(o) { return new V(this.x + o.x); } }
let v = new V(0); const one = new V(1);
for (let i = 0; i < 3000; i++) { v = v.plus(one); pause(); }
