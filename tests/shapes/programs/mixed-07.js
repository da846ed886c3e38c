// feedback
let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = Object.create(p2);
let o1 = {};
let o2 = Object.create(p);
let o3 = {};
let o4 = new C('x');
o3.qa = 1.5;
same(o3, o3);
let o5 = {};
same(o1, o1);
o1.qc = undefined;
o0.qd = 'x';
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
fast(o5); kind(o5);
same(o5, o0);
same(o5, o1);
same(o5, o2);
same(o5, o3);
same(o5, o4);
fast(p); fast(p2);
