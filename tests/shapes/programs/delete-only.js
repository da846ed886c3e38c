let a = {qa: 1}; delete a.qa; fast(a);
let b = {}; b.qx = 1; delete b.qx; fast(b);
let c = {}; same(b, c);
