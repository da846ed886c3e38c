// The same with a handler: the program goes on.
const fs = require('fs');
process.on('uncaughtException', (error, origin) => console.log('handler', error.message, origin));
fs.stat('hello.txt', () => {
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('micro'));
  throw new Error('in stat');
});
setTimeout(() => console.log('later'), 60);
