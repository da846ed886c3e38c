let a = {}; let b = {...a}; same(a, b);
let c = {}; c.qa = 1; c.qb = 2; let d = {...c}; same(c, d);
