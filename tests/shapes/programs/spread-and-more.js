let a = {qa: 1}; let b = {...a, qb: 2}; let c = {qa: 1, qb: 2}; let d = {qb: 1, ...a}; let e = {qb: 1}; e.qa = 2;
same(b, c); same(d, e);
