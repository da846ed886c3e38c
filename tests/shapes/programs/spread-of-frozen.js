let a = Object.freeze({qa: 1}); let b = {...a}; let c = {qa: 1}; let d = {}; d.qa = 1;
same(a, b); same(b, c); same(b, d); fast(b);
