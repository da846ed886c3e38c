// nondeterministic: readFile of a missing file fails at its first job
const fs = require('fs');
fs.readFile('nope.txt', (error) => console.log('readFile', error.code));
setImmediate(() => console.log('immediate'));
