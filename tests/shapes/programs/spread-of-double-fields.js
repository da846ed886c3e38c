let a = {qa: 1.5, qb: 'x'}; let b = {...a}; same(a, b);
class A { constructor() { this.qc = 1.5; } }
let c = {...new A()}; let d = {qc: 1}; same(c, d);
