const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
class P { constructor(x) { this.x = x; } }
function get(p) { return p.x + 1; }
const p = new P(1);
for (let i = 0; i < 2500; i++) { get(p); pause(); }
const q = new P(1.5); get(q);
for (let i = 0; i < 900; i++) { get(p); pause(); }
