let a = {qa: 1, qb: 2}; let b = {qa: 1, qb: 2};
delete a.qa;
fast(a); same(a, b);
delete b.qa;
same(a, b);
