let p = {}; let q = {};
let a = {qa: 1}; let b = {qa: 1}; let c = {qa: 1};
Object.setPrototypeOf(a, p); Object.setPrototypeOf(a, q); Object.setPrototypeOf(b, q);
same(a, b);
let x = Object.create(p); let y = Object.create(q); Object.setPrototypeOf(y, p);
same(x, y); fast(y);
Object.setPrototypeOf(y, q);
same(y, Object.create(q));
