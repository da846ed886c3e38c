let a = {0: 1, qa: 2}; let b = {qa: 3};
same(a, b); kind(a);
let c = {0: 1}; let d = {};
same(c, d);
