class A { x = 1; y = 2; constructor() { this.z = 3; } }
let a = new A(); let b = new A();
same(a, b); fast(a);
class B extends A { w = 4; }
let c = new B(); let d = new B();
same(c, d); same(a, c);
