// util.promisify(fs.readFile) against fs.promises.readFile.
const fs = require('fs');
const { promisify } = require('util');
promisify(fs.readFile)('hello.txt', 'utf8').then((text) => {
  console.log('promisified', text.trim());
  process.nextTick(() => console.log('tick'));
  queueMicrotask(() => console.log('micro'));
});
