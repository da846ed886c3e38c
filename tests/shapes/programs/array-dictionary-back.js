let a = []; a[2000] = 1; kind(a);
for (let i = 0; i < 400; i++) a[i] = i;
kind(a);
for (let i = 400; i < 2000; i++) a[i] = i;
kind(a);
