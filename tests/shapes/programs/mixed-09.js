let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = {};
let o1 = {};
o0.qc = 2.5;
let o2 = {qb: 7, qa: undefined};
o0.qb = 1.5;
Object.freeze(o0);
Object.freeze(o1);
let o3 = {qc: 1, qa: undefined, qb: 2};
let o4 = {};
get(o1);
fast(o4);
delete o4.qc;
kind(o3);
o0['qa'] = 'x';
o0['qd'] = 2.5;
o2.qb = 1;
kind(o3);
get(o2);
fast(o3);
let o5 = {qd: 1, qc: undefined, qb: {}};
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
