let a = {qa: 1};
let b = {qa: 1.5};
same(a, b);
let c = {qa: 2};
same(b, c); same(a, c);
a.qa = 3;
same(a, b);
