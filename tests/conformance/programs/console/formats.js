// Format specifiers.
console.log('%s is %d years and %i months, %f', 'Ann', 42.5, 7.9, '1.25');
console.log('%o %O %j', [1], { a: { b: { c: {} } } }, { x: 1 });
console.log('%c styled', 'color: red');
console.log('100%', 5, '%%', '%s');
console.log('%s', null, undefined, Symbol('s'), 12n, () => {}, class A {}, { toString: () => 'mine' });
console.log('%d %d %i', '0x10', 12n, 'abc', 'extra', { a: 1 });
