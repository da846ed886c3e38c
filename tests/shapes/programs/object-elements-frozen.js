let a = Object.freeze({0: 1}); let b = Object.freeze({}); kind(a); same(a, b);
