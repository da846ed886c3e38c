const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
class Box { constructor(w) { this.w = w; } get area() { return this.w * this.w; } set side(v) { this.w = v; } }
const box = new Box(2);
function f() { box.side = 3; return box.area; }
for (let i = 0; i < 1200; i++) { f(); pause(); }
