let a = {qa: 1}; let b = {qa: 1.5};
a.qz = 1; b.qz = 1;
same(a, b);
