// A read stream on a missing file: error, then close.
const fs = require('fs');
const stream = fs.createReadStream('nope.txt');
stream.on('error', (error) => console.log('error', error.code));
stream.on('close', () => console.log('close'));
process.nextTick(() => console.log('tick'));
