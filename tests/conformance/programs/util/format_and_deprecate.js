// format; deprecate warns once.
const util = require('util');
console.log(util.format('%s:%d', 'a', 1, 'extra'), util.format(1, 2, 'x'), util.format('%s', 'a', { b: 1 }));
process.on('warning', (w) => console.log(w.name, w.code, w.message));
const f = util.deprecate(() => 'result', 'f is old', 'DEP_MINE');
console.log(f(), f());
