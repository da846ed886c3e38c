let a = {qa: 1, qb: 2}; let b = {qa: 1, qb: 2};
a.qb = 1.5;
same(a, b);
let c = {qa: 5, qb: 6};
same(a, c);
b.qa = 7;
same(a, b);
