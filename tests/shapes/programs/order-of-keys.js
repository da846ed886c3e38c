let a = {}; a.qa = 1; a.qb = 1;
let b = {}; b.qb = 1; b.qa = 1;
let c = {}; c.qa = 2; c.qb = 2;
same(a, b); same(a, c); fast(b);
