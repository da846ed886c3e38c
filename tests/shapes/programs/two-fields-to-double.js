let a = {qa: 1, qb: 1, qc: 1}; let b = {qa: 1, qb: 1, qc: 1}; let c = {qa: 1, qb: 1, qc: 1};
a.qc = 1.5;
b.qa = 1.5;
same(a, b);
a.qa = 2;
same(a, b);
c.qb = 2;
same(b, c);
