let a = {qa: 1, qb: 2}; delete a.qb;
fast(a);
a.qb = 2;
let b = {qa: 1, qb: 2};
same(a, b);
