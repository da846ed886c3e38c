let a = Object.freeze({qa: 1}); let b = Object.freeze({qa: 2}); let c = {qa: 1};
same(a, b); same(a, c); fast(a);
let d = Object.freeze({qa: 1.5});
same(a, d);
