// A transform whose readable side is full holds its writable side back.
const { Transform } = require('stream');
const t = new Transform({ readableHighWaterMark: 4, writableHighWaterMark: 4, transform(chunk, e, done) { console.log('transform', String(chunk), this.readableLength); this.push(chunk); this.push(chunk); done(); }, flush(done) { console.log('flush'); done(); } });
for (const x of ['ab', 'cd', 'ef', 'gh']) console.log('write', t.write(x, () => console.log('callback', x)), t.writableLength, t.readableLength);
t.on('drain', () => console.log('drain'));
t.end();
t.on('finish', () => console.log('finish')).on('end', () => console.log('end'));
setImmediate(() => {
  console.log('read', String(t.read(2)), t.writableLength, t.readableLength);
  setImmediate(() => {
    console.log('read', String(t.read()), t.writableLength, t.readableLength);
    setImmediate(() => { console.log('flow'); t.on('data', (x) => console.log('data', String(x))); });
  });
});
