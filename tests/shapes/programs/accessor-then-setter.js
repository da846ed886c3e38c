let g = function () { return 1; }; let s = function (v) { return 1; };
let a = {}; Object.defineProperty(a, 'qa', {get: g, configurable: true}); fast(a);
Object.defineProperty(a, 'qa', {set: s, configurable: true}); fast(a);
let b = {}; Object.defineProperty(b, 'qa', {get: g, set: s, configurable: true}); fast(b); same(a, b);
