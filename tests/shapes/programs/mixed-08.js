// feedback
let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = {qc: {}, qd: 'x'};
let o1 = {qc: 2};
delete o0.qd;
Object.setPrototypeOf(o0, null);
o0.qa = 2;
o1[1] = 1;
same(o0, o1);
o0['qa'] = 2.5;
Object.setPrototypeOf(o1, null);
same(o0, o0);
o0.qa = 7;
Object.setPrototypeOf(o1, p2);
kind(o0);
Object.setPrototypeOf(o0, p2);
o0.qa = undefined;
o1.qb = 2.5;
fast(o0); kind(o0);
fast(o1); kind(o1);
same(o1, o0);
fast(p); fast(p2);
