let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = {qd: 'x'};
let o1 = {...o0, qd: 1};
let o2 = Object.assign({}, o0);
let o3 = Object.assign({}, o1);
o3['qb'] = 2;
kind(o2);
o2.qb = {};
o1.qb = 7;
kind(o3);
get(o2);
Object.defineProperty(o1, 'qa', {value: 7, enumerable: false, configurable: true, writable: true});
let o4 = {...o2};
o3.qb = 'x';
o2[0] = undefined;
o0[2] = 1;
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
