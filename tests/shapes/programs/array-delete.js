let a = [1, 2, 3]; delete a[1]; kind(a);
let b = [1.5, 2]; delete b[1]; kind(b);
let c = ['a']; delete c[0]; kind(c); c.push(1); kind(c);
let d = [1, 2]; delete d[5]; kind(d);
