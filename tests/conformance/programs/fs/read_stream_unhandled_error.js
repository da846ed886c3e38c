// No error listener: a crash.
const fs = require('fs');
fs.createReadStream('nope.txt');
process.on('exit', (code) => console.log('exit', code));
