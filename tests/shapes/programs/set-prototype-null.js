let a = {qa: 1}; let b = {qa: 1};
Object.setPrototypeOf(a, null); Object.setPrototypeOf(b, null);
same(a, b); fast(a);
