let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = {};
let o1 = {qb: 'x', qd: 1};
o0.qb = 'x';
o1.qb = undefined;
o1['qc'] = undefined;
Object.seal(o0);
o1[2] = {};
o0.qd = 2.5;
let o2 = {};
let o3 = {};
o2[1] = undefined;
o1.qa = undefined;
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
fast(p); fast(p2);
