let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = new D(2.5);
let o1 = Object.create(p2);
o0.qd = 7;
o1.qd = 7;
kind(o0);
o1.qa = 1;
o0[0] = undefined;
Object.setPrototypeOf(o1, p2);
fast(o0); kind(o0);
fast(o1); kind(o1);
same(o1, o0);
fast(p); fast(p2);
