let a = [];
for (let i = 0; i < 1000; i++) a.push(i);
for (let i = 0; i < 990; i++) delete a[i];
kind(a);
