let p = {}; let a = Object.create(p); a.qa = 1; let b = {...a}; let c = {}; c.qa = 1; let d = {qa: 1};
same(a, b); same(b, c); same(b, d);
