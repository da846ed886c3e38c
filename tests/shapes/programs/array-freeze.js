let a = Object.freeze([1, 2]); kind(a);
let b = Object.freeze(['a']); kind(b); same(a, b);
let c = Object.seal([1.5]); kind(c); let d = Object.preventExtensions([1]); kind(d); same(c, d);
let e = Object.freeze([, 1]); same(a, e); kind(e);
