let a = []; a.push(1); kind(a); a.push(1.5); kind(a); a.push('x'); kind(a); a.push(1); kind(a);
let b = [1]; b.push(2, 'x'); kind(b);
let c = [, 1]; c.push(1.5); kind(c);
