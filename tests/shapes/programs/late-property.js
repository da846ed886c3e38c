function N(v) { this.qv = v; this.qnext = null; }
let a = new N(1); let b = new N(2); a.qnext = b; b.extra = 1;
same(a, b); fast(b);
let c = new N(3); c.extra = 2; same(b, c);
