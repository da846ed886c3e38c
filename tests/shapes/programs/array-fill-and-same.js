let a = [1]; let b = new Array(1); same(a, b); b.fill(0); same(a, b);
let c = [1.5, 2]; let d = new Array(2); d.fill(2.5); same(c, d);
