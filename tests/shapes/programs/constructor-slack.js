function A() { this.qa = 1; }
for (let i = 0; i < 10; i++) new A();
let a = new A();
for (let i = 0; i < 13; i++) a['qp' + i] = i;
fast(a);
for (let i = 13; i < 17; i++) a['qp' + i] = i;
fast(a);
