class P { constructor(a, b) { this.a = a; this.b = b; } }
let l = [new P(1, 2), new P(1.5, 2), new P('x', {})];
same(l[0], l[1]); same(l[1], l[2]);
l[0].a;
same(l[0], l[2]);
