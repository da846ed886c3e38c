let a = {};
for (let i = 0; i < 150; i++) Object.defineProperty(a, 'qp' + i, {value: i});
fast(a);
