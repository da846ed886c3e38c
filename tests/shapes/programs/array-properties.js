let a = [1, 2]; let b = [1, 2];
a.qf = 1; same(a, b); b.qf = 1; same(a, b);
b[0] = 1.5; same(a, b);
let c = [1.5]; c.qf = 2; same(b, c);
a.qf = 1.5; a[0] = 2.5; same(a, b); fast(a);
