// Synchronous calls are done before anything queued.
const fs = require('fs');
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('micro'));
fs.stat('hello.txt', () => console.log('stat callback'));
console.log('sync read', fs.readFileSync('hello.txt').length);
fs.writeFileSync('copy.txt', fs.readFileSync('hello.txt'));
console.log('sync stat', fs.statSync('copy.txt').size);
