// Writables with highWaterMark 0 and 1, and with empty chunks.
const { Writable } = require('stream');
for (const highWaterMark of [0, 1]) {
  const w = new Writable({ highWaterMark, write(chunk, e, done) { console.log(highWaterMark, 'write', chunk.length); process.nextTick(done); } });
  w.on('drain', () => console.log(highWaterMark, 'drain'));
  console.log(highWaterMark, w.writableNeedDrain, w.write(''), w.writableLength, w.writableNeedDrain, w.write('a'), w.writableLength, w.writableNeedDrain);
  w.on('finish', () => console.log(highWaterMark, 'finish', w.writableNeedDrain));
  setImmediate(() => w.end(''));
}
