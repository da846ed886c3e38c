let a = {get qa() { return 1; }}; let b = {get qa() { return 1; }};
fast(a); same(a, b);
let c = {qx: 1, get qa() { return 1; }, set qa(v) { }};
fast(c);
