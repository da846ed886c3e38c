let a = {}; Object.defineProperty(a, 'qh', {value: 1}); a.qi = 1;
let b = {...a}; let c = {qi: 1}; let d = {}; d.qi = 1; let e = {qi: 1, qj: 2};
same(b, c); same(b, d); fast(b);
let f = {get qx() { return 1; }}; let g = {...f}; fast(g);
