// depth, compact, colors, sorted, getters, hidden, limits.
const { inspect } = require('util');
const o = { z: 1, a: { b: { c: { d: 1 } } }, get g() { return 'got'; }, list: [1, 2, 3, 4, 5] };
console.log(inspect(o, { depth: 0 })); console.log(inspect(o, { depth: null, compact: false }));
console.log(inspect(o, { sorted: true, getters: true })); console.log(inspect(o, { colors: true, maxArrayLength: 2 }));
console.log(inspect('it\'s "quoted"'), inspect('a\nb'), inspect(new Map([[{ a: 1 }, 'b']]), { compact: 1 }), inspect([1], { showHidden: true }));
console.log(inspect({ [inspect.custom](depth, options) { return `custom at ${depth}`; } }), inspect({ a: 1n, b: Symbol('x') }, { breakLength: 5 }));
