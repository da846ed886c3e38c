function Point(x, y) { this.qx = x; this.qy = y; }
let a = new Point(1, 2); let b = new Point(3, 4); let c = {qx: 1, qy: 2};
same(a, b); same(a, c); fast(a);
a.qz = 1;
same(a, b);
b.qz = 2;
same(a, b);
