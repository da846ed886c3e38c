function A() { this.qa = 1; }
let first = new A(); first.qb = 2; first.qc = 3;
for (let i = 0; i < 10; i++) new A();
let a = new A(); a.qb = 1; a.qc = 1;
same(first, a);
for (let i = 0; i < 15; i++) a['qp' + i] = i;
fast(a);
a.qq1 = 1; a.qq2 = 2;
fast(a);
