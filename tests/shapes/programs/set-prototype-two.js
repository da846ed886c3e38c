let p = {}; let q = {};
let a = {qa: 1}; let b = {qa: 1};
Object.setPrototypeOf(a, p); Object.setPrototypeOf(b, q);
same(a, b);
Object.setPrototypeOf(b, p);
same(a, b); fast(a);
