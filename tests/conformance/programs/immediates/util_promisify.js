// promisify(setImmediate) gives the value.
const { promisify } = require('util');
promisify(setImmediate)('value').then((v) => console.log('promisified', v));
setImmediate(() => console.log('plain'));
process.nextTick(() => console.log('tick'));
