function A(more) { this.qx = 1; this.qy = 2; }
let a = new A(); let b = new A();
a.qm = 1; a.qn = 2; b.qn = 1; b.qm = 2;
same(a, b);
