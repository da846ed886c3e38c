let a = [1, 2]; a.fill(1.5); kind(a);
let b = [1]; b.fill('x'); kind(b);
let c = [, 1]; c.fill(1); kind(c);
