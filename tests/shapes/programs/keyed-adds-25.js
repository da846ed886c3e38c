let a = {};
for (let i = 0; i < 25; i++) a['qp' + i] = i;
fast(a);
