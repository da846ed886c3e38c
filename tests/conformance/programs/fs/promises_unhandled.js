// Nobody handles an fs promise's rejection: a crash with its code.
const fs = require('fs/promises');
fs.readFile('missing.txt');
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => console.log('never'), 1000);
