function make(v) { return {qa: v, qb: v}; }
let a = make(1); let b = make('x'); let c = make(1.5); let d = make(2);
same(a, b); same(b, c); same(c, d);
