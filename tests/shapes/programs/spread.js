let a = {qa: 1, qb: 2}; let b = {...a}; let c = {...a};
same(a, b); same(b, c); fast(b);
b.qa = 1.5;
same(b, c);
