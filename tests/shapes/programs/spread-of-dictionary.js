let a = {qa: 1, qb: 2, qc: 3}; delete a.qa; let b = {...a}; let c = {}; c.qb = 1; c.qc = 2;
fast(b); same(b, c);
