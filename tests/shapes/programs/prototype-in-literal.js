let p = {};
let a = {__proto__: p, qa: 1}; let b = {qa: 1, __proto__: p}; let c = {qa: 1};
same(a, b); same(a, c);
Object.setPrototypeOf(c, p);
same(a, c);
let d = {qa: 1};
same(c, d);
