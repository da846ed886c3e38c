let a = {qa: 1};
let b = {qa: 1, qb: 2};
let c = {qa: 1}; c.qb = 2;
let d = {}; let e = {};
same(b, c); same(d, e); same(a, d);
delete b.qb;
same(a, b); fast(b);
