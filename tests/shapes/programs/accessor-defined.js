let g = function () { return 1; };
let a = {}; let b = {}; let c = {};
Object.defineProperty(a, 'qa', {get: g});
Object.defineProperty(b, 'qa', {get: g});
fast(a); same(a, b);
Object.defineProperty(c, 'qa', {get: function () { return 1; }});
fast(c); same(a, c);
