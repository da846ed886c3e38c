let a = {};
for (let i = 0; i < 20; i++) a['qp' + i] = i;
fast(a);
