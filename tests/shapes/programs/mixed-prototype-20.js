// feedback
let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = {qd: undefined};
let o1 = Object.assign({}, o0);
let o2 = Object.assign({}, o1);
let o3 = {};
o3.qc = 1;
get(o1);
o1.qc = {};
Object.setPrototypeOf(o3, p2);
Object.seal(o0);
let o4 = {...o0};
kind(o3);
put(o1, 'x');
fast(o3);
o0[0] = 2;
o1.qc = 1;
o2[1] = 7;
fast(o4);
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
