class A { constructor() { this.qa = 1; this.qb = 2; } }
let a = new A(); let b = {...a}; let c = {qa: 1, qb: 2}; let d = {}; d.qa = 1; d.qb = 2;
same(a, b); same(b, c); same(b, d); fast(b);
