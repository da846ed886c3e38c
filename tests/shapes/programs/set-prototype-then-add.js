let p = {};
let a = {qa: 1}; let b = {};
Object.setPrototypeOf(a, p); Object.setPrototypeOf(b, p);
b.qa = 1;
same(a, b);
let c = {}; c.qa = 1; Object.setPrototypeOf(c, p);
same(b, c);
