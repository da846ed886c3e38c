let a = {};
a['qa'] = 1; a['qb'] = 2;
let b = {}; b.qa = 1; b.qb = 2;
same(a, b);
