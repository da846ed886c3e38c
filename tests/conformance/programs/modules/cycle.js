// Two modules that require each other: one of them sees half.
const a = require('./a');
console.log('main', a.done, a.b.done);
