let p = {qm: 1}; let a = Object.create(p); fast(p); a.qx = 1; fast(p);
let q = {qm: 1}; let b = {__proto__: q, qy: 1}; fast(q); b.qy = 2; fast(q);
let r = {qm: 1}; let c = {__proto__: r}; c[0] = 1; fast(r);
let s = {qm: 1}; let d = Object.create(s); Object.defineProperty(d, 'qx', {value: 1}); fast(s); d.qm; fast(s);
