let a = [];
for (let i = 0; i < 300; i++) a.push(i);
for (let i = 0; i < 290; i++) a.pop();
kind(a);
a[1100] = 1; kind(a);
a[2500] = 1; kind(a);
