let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = Object.create(p);
let o1 = JSON.parse('{"qb": 1.5, "qd": 1.5}');
let o2 = new D({});
o1.qb = 1.5;
same(o2, o2);
put(o0, 2);
delete o1.qc;
Object.setPrototypeOf(o0, null);
same(o2, o1);
o0.qa = undefined;
o2.qd = 2.5;
same(o1, o2);
o0['qd'] = 7;
kind(o0);
let o3 = new D(2);
let o4 = new C(undefined);
fast(o2);
o1.qa = 2.5;
get(o2);
o1.qa = 'x';
o0.qb = 'x';
delete o0.qb;
o1.qa = 'x';
Object.defineProperty(o0, 'qb', {value: {}, enumerable: true, configurable: true, writable: true});
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
