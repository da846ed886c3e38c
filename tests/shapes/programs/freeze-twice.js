let a = {qa: 1}; Object.freeze(a); Object.freeze(a); let b = {qa: 1}; Object.freeze(b);
same(a, b);
Object.seal(b);
same(a, b);
