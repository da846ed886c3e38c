// feedback
let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = {qa: 1, qb: {}, qd: 1};
let o1 = Object.create(p2);
let o2 = new C(undefined);
let o3 = JSON.parse('{"qc": 1, "qd": 1.5}');
o1.qd = 2;
o2.qd = 1;
same(o2, o3);
o1.qb = {};
o3.qa = 2.5;
kind(o1);
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
