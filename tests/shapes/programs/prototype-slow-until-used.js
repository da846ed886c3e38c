// feedback
let p = {};
let a = Object.create(p);
p.qa = 1; p.qb = 2; p.qc = 3;
fast(p);
a.qa;
fast(p);
let b = Object.create(p);
fast(p);
