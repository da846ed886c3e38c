let a = {qa: 1, qb: 2}; let b = {qa: 1, qb: 2};
Object.defineProperty(a, 'qa', {value: 3});
same(a, b);
Object.defineProperty(a, 'qa', {value: 3.5});
same(a, b);
b.qb = 3;
same(a, b);
