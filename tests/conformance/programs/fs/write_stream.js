// finish comes before close; then the file is there.
const fs = require('fs');
const out = fs.createWriteStream('out.txt');
out.write('one\n');
out.write('two\n', () => console.log('second write done'));
out.end('three\n', () => console.log('end callback'));
out.on('finish', () => console.log('finish'));
out.on('close', () => console.log('close', fs.readFileSync('out.txt', 'utf8').split('\n').length));
console.log('sync');
