let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = ['x', 1.5, 2];
let o1 = {qa: 2, qc: 'x'};
o1[1] = 2;
delete o0.qb;
o0.qa = 'x';
let o2 = {qa: 1, qb: 2, qd: 7};
o2['qd'] = 7;
fast(o1);
o0.qc = {};
o2.qb = 'x';
o1.qc = 2.5;
o1.qb = {};
put(o2, {});
fast(o0); kind(o0);
fast(o1); kind(o1);
same(o1, o0);
fast(o2); kind(o2);
same(o2, o0);
same(o2, o1);
fast(p); fast(p2);
