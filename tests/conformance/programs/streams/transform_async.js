// A transform that ends later, one chunk at a time, while more is written.
const { Transform } = require('stream');
let running = 0;
const t = new Transform({
  objectMode: true, highWaterMark: 2,
  transform(x, e, done) { running++; console.log('in', x, running); setTimeout(() => { running--; console.log('out', x); done(null, x * 10); }, 5); },
  flush(done) { console.log('flush', running); setImmediate(done, null, 'end of it'); },
});
for (const x of [1, 2, 3]) console.log('write', x, t.write(x), t.writableLength, t.readableLength);
t.on('drain', () => console.log('drain'));
t.end();
t.on('data', (x) => console.log('data', x)).on('finish', () => console.log('finish')).on('end', () => console.log('end'));
