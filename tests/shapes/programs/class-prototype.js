class A { m() { return 1; } n() { return 2; } }
let a = new A();
fast(A.prototype);
a.m();
fast(A.prototype);
