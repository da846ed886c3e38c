// write() says false at the mark; drain comes once, when all is written.
const { Writable } = require('stream');
const w = new Writable({ highWaterMark: 5, write(chunk, encoding, done) { console.log('_write', String(chunk), encoding); setImmediate(() => { console.log('done', String(chunk)); done(); console.log('after done', w.writableLength, w.writableNeedDrain); }); } });
for (const name of ['drain', 'prefinish', 'finish', 'close']) w.on(name, () => console.log(name, w.writableLength, w.writableNeedDrain, w.writableFinished));
console.log(w.writableNeedDrain, w.writableLength, w.writableHighWaterMark);
for (const chunk of ['ab', 'cd', 'e', 'f']) console.log('write', chunk, w.write(chunk, () => console.log('callback', chunk)), w.writableLength, w.writableNeedDrain);
w.once('drain', () => { console.log('again', w.write('xyz', () => console.log('callback xyz')), w.writableNeedDrain); w.end(() => console.log('end callback')); console.log(w.writableEnded, w.writableFinished, w.writable); });
process.nextTick(() => console.log('tick'));
