// readFile is four trips to the pool: immediates of three turns come first.
const fs = require('fs');
fs.readFile('hello.txt', () => console.log('readFile'));
setImmediate(() => {
  console.log('immediate 1');
  setImmediate(() => { console.log('immediate 2'); setImmediate(() => console.log('immediate 3')); });
});
