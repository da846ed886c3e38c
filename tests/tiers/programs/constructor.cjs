const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
class Point { constructor(x, y) { this.x = x; this.y = y; } }
function make(i) { return new Point(i, 1); }
for (let i = 0; i < 6000; i++) { make(i); pause(); }
