let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = {qa: {}};
let o1 = {};
let o2 = {};
let o3 = Object.assign({}, o0);
o2.qc = 7;
kind(o3);
get(o2);
Object.freeze(o2);
kind(o1);
o2.qd = 2.5;
same(o0, o2);
Object.seal(o0);
kind(o3);
o0[1] = 1.5;
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
