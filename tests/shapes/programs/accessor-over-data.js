let a = {qa: 1, qb: 2};
Object.defineProperty(a, 'qb', {get: function () { return 1; }});
fast(a);
