const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
class Circle { constructor(r) { this.r = r; } area() { return this.r * this.r * 3; } }
class Square { constructor(s) { this.s = s; } area() { return this.s * this.s; } }
class Tri { constructor(b) { this.b = b; } area() { return this.b * 2; } }
function area(o) { return o.area(); }
const a = new Circle(1), b = new Square(2), c = new Tri(3);
for (let i = 0; i < 5000; i++) { area((i & 1) ? a : b); pause(); }
area(c);
for (let i = 0; i < 1500; i++) { area((i & 1) ? a : b); pause(); }
