// feedback
let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = {qd: {}};
let o1 = JSON.parse('{}');
let o2 = JSON.parse('{"qc": 1.5, "qd": 1.5}');
o1.qc = 7;
same(o0, o1);
let o3 = new D(2.5);
o2.qa = {};
Object.setPrototypeOf(o1, p);
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
