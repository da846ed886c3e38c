let a = Object.seal({qa: 1}); let b = Object.seal({qa: 2});
a.qa = 1.5;
same(a, b); fast(a);
b.qa = 3;
same(a, b);
let c = Object.seal({qa: 9});
same(a, c);
