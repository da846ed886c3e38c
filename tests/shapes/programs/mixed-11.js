let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = {};
let o1 = [];
let o2 = {qb: 2.5, qa: 'x', qc: 7};
let o3 = {};
let o4 = {qd: undefined, qa: 1};
same(o4, o2);
o1.qc = 'x';
o4.qd = {};
o3.qa = 'x';
o1.qa = {};
fast(o2);
put(o2, undefined);
Object.defineProperty(o1, 'qc', {value: 2, enumerable: false, configurable: true, writable: true});
let o5 = [1.5, 'x', 2];
o3.qd = 1.5;
o0.qc = 1;
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
