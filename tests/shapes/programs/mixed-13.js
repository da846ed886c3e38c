// feedback
let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = {qa: 1.5};
let o1 = {};
o0.qd = {};
fast(o0);
Object.setPrototypeOf(o0, p);
let o2 = Object.assign({}, o0);
o0.qa = {};
get(o1);
delete o1.qd;
same(o1, o0);
o1.qb = 'x';
same(o2, o2);
o0[2] = 1.5;
kind(o1);
Object.setPrototypeOf(o1, p);
same(o2, o0);
o1[2] = 2;
fast(o0); kind(o0);
fast(o1); kind(o1);
same(o1, o0);
fast(o2); kind(o2);
same(o2, o0);
same(o2, o1);
fast(p); fast(p2);
