// feedback
let p = {qm: 1, qn: 2};
let a = Object.create(p);
a.qm;
fast(p);
p.qo = 3;
fast(p);
delete p.qm;
fast(p);
a.qn;
fast(p);
