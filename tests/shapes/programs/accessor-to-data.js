let g = function () { return 1; };
let a = {qz: 1}; Object.defineProperty(a, 'qa', {get: g, configurable: true, enumerable: true});
Object.defineProperty(a, 'qa', {value: 1, writable: true});
fast(a);
let b = {qz: 1}; b.qa = 1;
same(a, b);
