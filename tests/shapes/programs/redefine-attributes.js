let a = {qa: 1, qb: 2}; let b = {qa: 1, qb: 2};
Object.defineProperty(a, 'qa', {enumerable: false});
same(a, b); fast(a);
Object.defineProperty(b, 'qa', {enumerable: false});
same(a, b);
Object.defineProperty(a, 'qb', {writable: false}); Object.defineProperty(b, 'qb', {writable: false});
same(a, b); fast(b);
