let a = []; a[2000] = 1.5; kind(a);
for (let i = 0; i < 2000; i++) a[i] = i;
kind(a);
let b = []; b[2000] = 'x';
for (let i = 0; i < 2000; i++) b[i] = i;
kind(b);
