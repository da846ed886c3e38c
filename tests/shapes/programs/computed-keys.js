let k = 'qa';
let a = {[k]: 1, qb: 2}; let b = {}; b.qa = 1; b.qb = 2; let c = {qa: 1, qb: 2};
same(a, b); same(a, c);
let d = {qb: 1, [k]: 2}; let e = {qb: 1}; e.qa = 2;
same(d, e);
