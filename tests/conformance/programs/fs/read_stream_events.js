// open, ready, data, end, close of a read stream.
const fs = require('fs');
const stream = fs.createReadStream('lines.txt', { encoding: 'utf8', highWaterMark: 5 });
for (const name of ['open', 'ready', 'end', 'close']) stream.on(name, () => console.log(name));
stream.on('data', (chunk) => console.log('data', JSON.stringify(chunk)));
