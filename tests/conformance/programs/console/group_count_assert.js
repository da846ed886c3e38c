// group, count, assert, dir.
console.group('outer'); console.log('one'); console.group(); console.log('two\nlines'); console.groupEnd(); console.warn('to stderr'); console.groupEnd();
console.count(); console.count('x'); console.count(); console.countReset(); console.count();
console.assert(true, 'not shown'); console.assert(false, 'shown %s', 'x'); console.assert(false);
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 });
