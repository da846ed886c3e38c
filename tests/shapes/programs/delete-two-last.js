let a = {}; a.qa = 1; a.qb = 2; a.qc = 3;
delete a.qc; delete a.qb;
let b = {}; b.qa = 1;
fast(a); same(a, b);
