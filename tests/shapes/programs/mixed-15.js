let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = {qa: 7, qb: 7, qd: 2.5};
let o1 = {qa: 1, qc: 'x', qd: 7};
let o2 = {qa: {}, qc: 1.5};
let o3 = {qd: 2.5, qb: 7};
o3.qa = 2;
o3.qb = 1.5;
o1.qb = 2.5;
Object.freeze(o3);
let o4 = {};
fast(o0); kind(o0);
fast(o1); kind(o1);
same(o1, o0);
fast(o2); kind(o2);
same(o2, o0);
same(o2, o1);
fast(o3); kind(o3);
same(o3, o0);
same(o3, o1);
same(o3, o2);
fast(o4); kind(o4);
same(o4, o0);
same(o4, o1);
same(o4, o2);
same(o4, o3);
fast(p); fast(p2);
