let a = {qa: 1, qb: 2}; delete a.qa; a.qc = 3;
let b = {qa: 1, qb: 2}; delete b.qa; b.qd = 1.5;
fast(a); same(a, b);
