function C() { this.qa = 1; }
function D() { }
fast(C.prototype); new C(); fast(C.prototype);
fast(D.prototype); new D(); fast(D.prototype);
let d = new D(); d.qz = 1; fast(D.prototype);
D.prototype.qm = 1; fast(D.prototype);
