let a = {}; a.qa = 1; Object.defineProperty(a, 'qa', {enumerable: false}); fast(a);
let b = {}; Object.defineProperty(b, 'qa', {value: 1, enumerable: false, writable: true, configurable: true});
same(a, b);
