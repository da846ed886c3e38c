let a = new Array(3); a.fill(0); kind(a);
let b = new Array(3).fill(1.5); kind(b);
let c = new Array(3).fill('x'); kind(c);
