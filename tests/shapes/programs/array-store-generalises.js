let a = [1, 2]; let b = [1, 2];
a[0] = 1.5; kind(a); same(a, b);
let c = [1.5]; same(a, c);
a[0] = 'x'; kind(a);
a[1] = 1; kind(a);
b[2] = 3; kind(b);
b[3] = 3.5; kind(b);
