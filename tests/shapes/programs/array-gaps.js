let a = [1, 2, 3]; a[3] = 4; kind(a); a[5] = 6; kind(a);
let b = [1]; b[1024] = 1; kind(b);
let c = [1]; c[1025] = 1; kind(c);
let d = []; d[1023] = 1; kind(d);
let e = []; e[1024] = 1; kind(e);
let f = [1]; f[100000] = 1; kind(f);
