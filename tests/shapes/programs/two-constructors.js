function A() { this.qx = 1; }
function B() { this.qx = 1; }
let a = new A(); let b = new B();
same(a, b);
