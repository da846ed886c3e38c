let a = [1, 2, 3]; a.length = 1; kind(a); a.length = 5; kind(a);
let b = [1.5, 2]; b.length = 0; kind(b); b.push(1); kind(b);
let c = [1]; c.length = 10000000; kind(c);
let d = [1]; d.length = 33554433; kind(d);
