let p = {qm: 1}; let p2 = {qm: 2, qn: 3};
function C(a) { this.qa = a; this.qb = 1; }
class D { qc = 1; constructor(v) { this.qd = v; } }
function get(o) { return o.qa; }
function put(o, v) { o.qb = v; }
let o0 = {qd: 2.5};
let o1 = {};
o1.qd = 'x';
o1['qd'] = undefined;
kind(o1);
Object.preventExtensions(o1);
kind(o1);
Object.defineProperty(o0, 'qa', {value: {}, enumerable: true, configurable: true, writable: true});
o1.qa = 7;
o0.qc = 'x';
kind(o1);
o0.qd = undefined;
o0.qa = 'x';
fast(o0); kind(o0);
fast(o1); kind(o1);
same(o1, o0);
fast(p); fast(p2);
