let a = {};
for (let i = 0; i < 19; i++) a['qp' + i] = i;
fast(a);
