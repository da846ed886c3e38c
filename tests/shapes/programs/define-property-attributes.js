let a = {}; let b = {}; let c = {};
Object.defineProperty(a, 'qx', {value: 1});
Object.defineProperty(b, 'qx', {value: 1, writable: true, enumerable: true, configurable: true});
c.qx = 1;
same(a, b); same(b, c); fast(a);
let d = {}; Object.defineProperty(d, 'qx', {value: 2});
same(a, d);
