let a = {qa: 1, qa: 2}; let b = {qa: 1, qb: 2}; let c = {qa: 1};
same(a, c);
a.qb = 1;
same(a, b);
