// How values are printed.
console.log(1, -0, NaN, 'text', true, null, undefined, 10n, Symbol('id'));
console.log(['a', 1, [2, [3, [4, [5]]]]], { a: 1, 'b-c': 'two', [Symbol('k')]: 3 });
console.log([1, , 3], [undefined, null], new Array(5), Object.assign([1, 2], { extra: true }));
console.log(function named() {}, () => {}, class Foo {}, class Bar extends Map {}, async () => {}, function* gen() {});
console.log(new Map([['a', { b: 1 }]]), new Set([1, 'x']), new WeakMap(), new Date(0), /re/gi);
console.log(Object.create(null), new (class Point { constructor() { this.x = 1; } })(), [new Error('in array').message]);
