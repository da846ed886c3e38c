let k = 'qk';
let a = {qa: 1, [k]: 2, qb: 3}; let b = {qa: 1, qk: 2, qb: 3}; let c = {qa: 1}; c.qk = 1; c.qb = 2;
same(a, b); same(a, c);
