let a = {}; kind(a); a[0] = 1; kind(a); a[1] = 1.5; kind(a);
let b = {}; b[10] = 1; kind(b); let c = {}; c[5000] = 1; kind(c);
let d = {}; same(a, d); same(c, d);
let e = {qa: 1}; e[5000] = 2; let f = {qa: 1}; same(e, f); f[5000] = 1; same(e, f);
