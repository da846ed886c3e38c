// feedback
let p = {qa: 1}; let q = Object.create(p); let r = Object.create(q);
fast(p); fast(q); fast(r);
r.qa;
fast(p); fast(q); fast(r);
