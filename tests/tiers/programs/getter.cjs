const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
class Box { constructor(v) { this.v = v; } get value() { return this.v; } }
const box = new Box(1);
function read(b) { return b.value; }
for (let i = 0; i < 3000; i++) { read(box); pause(); }
