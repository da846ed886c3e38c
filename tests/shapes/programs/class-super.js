class A { constructor(v) { this.qa = v; } m() { return 1; } }
class B extends A { constructor(v) { super(v); this.qb = v; } }
let a = new A(1); let b = new B(1); let c = new B(1.5); let d = new B(2);
same(a, b); same(b, c); same(c, d); fast(b);
