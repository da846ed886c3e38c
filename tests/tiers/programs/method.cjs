const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
class Point { constructor(x, y) { this.x = x; this.y = y; } norm() { return this.x * this.x + this.y * this.y; } }
const p = new Point(1, 2);
for (let i = 0; i < 6000; i++) { p.norm(); pause(); }
