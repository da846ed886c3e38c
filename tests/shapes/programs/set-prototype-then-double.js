let p = {};
let a = {qa: 1, qb: 1}; let b = {qa: 1, qb: 1};
Object.setPrototypeOf(a, p); Object.setPrototypeOf(b, p);
same(a, b);
a.qa = 1.5;
same(a, b); fast(a);
b.qb = 2;
same(a, b);
