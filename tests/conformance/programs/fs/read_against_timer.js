// nondeterministic: the pool against the clock
const fs = require('fs');
fs.readFile('hello.txt', () => console.log('readFile'));
setTimeout(() => console.log('timeout'), 0);
