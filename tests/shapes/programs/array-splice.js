let a = [1, 2, 3]; let b = a.splice(1, 1); kind(a); kind(b);
a.splice(0, 0, 1.5); kind(a);
let c = a.splice(0, 1, 'x', 'y'); kind(a); kind(c);
