// feedback
let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = {};
let o1 = {qa: 1, qd: 2.5, qc: 'x'};
let o2 = {qd: 1.5};
o1.qb = 1;
o1['qa'] = undefined;
o2.qd = undefined;
o2.qb = undefined;
same(o0, o1);
o2.qd = {};
let o3 = {};
same(o2, o0);
put(o2, 1);
Object.defineProperty(o3, 'qa', {value: 2.5, enumerable: false, configurable: true, writable: true});
o0[0] = 2;
Object.setPrototypeOf(o3, p);
let o4 = {qa: 7, qb: 7, qc: undefined};
let o5 = {qa: 'x', qb: {}, qd: {}};
o4.qd = 2.5;
o1.qa = 7;
put(o2, 'x');
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
