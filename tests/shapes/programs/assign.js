let a = {qa: 1, qb: 2}; let b = Object.assign({}, a); let c = {}; c.qa = 1; c.qb = 2;
same(a, b); same(b, c); fast(b);
let d = Object.assign({qa: 0}, a); let e = {qa: 0}; e.qb = 1;
same(d, e);
