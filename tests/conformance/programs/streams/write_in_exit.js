// process.stdout.write in exit handlers, and streams that can't finish any more then.
const { Writable, Readable } = require('stream');
const w = new Writable({ write(c, e, done) { console.log('write', String(c)); setImmediate(done); } });
w.on('finish', () => console.log('never'));
process.on('exit', (code) => {
  process.stdout.write('in exit ' + code + '\n', () => console.log('never called'));
  w.end('in exit'); Readable.from(['x']).on('data', () => console.log('never')); process.nextTick(() => console.log('no ticks any more')); Promise.resolve().then(() => console.log('nor microtasks'));
  console.log('handler ends', w.writableLength);
});
console.log('main ends');
