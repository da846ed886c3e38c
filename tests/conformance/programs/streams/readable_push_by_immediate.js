// A read() that pushes in an immediate: one chunk a turn.
const { Readable } = require('stream');
let n = 0, turn = 0;
const r = new Readable({
  objectMode: true,
  highWaterMark: 2,
  read(size) {
    console.log('read', size, 'turn', turn);
    setImmediate(() => { n++; console.log('push', n, this.push(n > 4 ? null : { n })); });
  },
});
const count = () => { turn++; if (!r.destroyed) setImmediate(count); };
setImmediate(count);
r.on('end', () => console.log('end turn', turn)).on('close', () => console.log('close turn', turn));
r.on('data', (chunk) => console.log('data', chunk, 'turn', turn, 'length', r.readableLength));
