function A() { this.qa = 1; }
let a = new A();
for (let i = 0; i < 20; i++) a['qp' + i] = i;
fast(a);
for (let i = 20; i < 24; i++) a['qp' + i] = i;
fast(a);
for (let i = 24; i < 30; i++) a['qp' + i] = i;
fast(a);
