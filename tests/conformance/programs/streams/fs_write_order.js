// A file's writer: callbacks of writes, drain, finish and close in order; cork makes one writev.
const fs = require('fs');
const w = fs.createWriteStream('out', { highWaterMark: 8 });
for (const name of ['open', 'ready', 'drain', 'finish', 'close']) w.on(name, () => console.log(name, w.bytesWritten, w.pending, w.writableLength));
for (const x of ['aaaa', 'bbbb', 'cccc']) console.log(w.write(x, (error) => console.log('callback', x, error, w.bytesWritten)));
console.log(w.pending, w.fd, w.writableLength, w.writableNeedDrain);
w.once('drain', () => {
  w.cork(); for (const x of ['d', 'e', 'f']) w.write(x, () => console.log('callback', x, w.bytesWritten)); process.nextTick(() => { w.uncork(); console.log('uncorked', w.writableLength); w.end('end', () => { console.log('end callback'); }); });
});
w.on('close', () => { console.log(fs.readFileSync('out', 'utf8'), w.fd, w.closed); w.write('late', (error) => console.log(error.code)); w.on('error', (error) => console.log('error', error.code)); w.close((error) => console.log('close again', error)); });
