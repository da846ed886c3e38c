let a = [1, 2, 3]; a.pop(); kind(a); a.shift(); kind(a); a.pop(); kind(a); a.push(1.5); kind(a);
let b = [1.5, 2]; b.unshift('x'); kind(b);
let c = [1]; c.unshift(2); kind(c);
