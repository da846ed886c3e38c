let a = {qa: 1, qb: 2}; delete a.qa; let b = {qa: 1, qb: 2}; delete b.qa;
same(a, b);
Object.freeze(a); Object.freeze(b);
same(a, b); fast(a);
