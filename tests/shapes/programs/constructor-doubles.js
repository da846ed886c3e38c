function Point(x, y) { this.qx = x; this.qy = y; }
let a = new Point(1, 2); let b = new Point(1.5, 2); let c = new Point(1, 2);
same(a, b); same(b, c);
a.qx = 4;
same(a, b);
