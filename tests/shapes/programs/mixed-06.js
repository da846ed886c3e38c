let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = {};
let o1 = Object.assign({}, o0);
let o2 = {...o1};
let o3 = {};
o0[1] = undefined;
o3.qa = {};
let o4 = {qd: undefined};
o4[1] = 7;
o1.qd = undefined;
let o5 = {...o3};
o5.qa = 1.5;
same(o2, o5);
o5[0] = 2.5;
o3.qc = 1.5;
o5[0] = 1;
fast(o0);
o2.qd = 2.5;
o4.qb = 2;
o3.qd = 1.5;
o5.qb = 'x';
o4.qc = {};
o1.qc = {};
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
