let a = Object.create(null); let b = Object.create(null);
fast(a); same(a, b);
a.qx = 1;
same(a, b);
let c = {__proto__: null};
fast(c); same(b, c);
let d = {__proto__: null, qa: 1};
fast(d); same(a, d);
