// Promise.all keeps the order of its input, whatever finishes first.
const fs = require('fs/promises');
Promise.all([fs.readFile('big.bin'), fs.readFile('hello.txt', 'utf8'), fs.stat('lines.txt')]).then(([big, hello, stats]) => {
  console.log(big.length, hello.trim(), stats.size);
});
