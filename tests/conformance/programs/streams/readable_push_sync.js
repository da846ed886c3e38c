// A read() that pushes at once: how often it is called, and where end and close come.
const { Readable } = require('stream');
let n = 0;
const r = new Readable({
  highWaterMark: 3,
  read(size) {
    console.log('read', size, 'length', this.readableLength);
    n++;
    if (n > 4) this.push(null);
    else console.log('push', n, this.push('ab'.repeat(n)));
  },
});
console.log(r.readableFlowing, r.readableLength, r.readableHighWaterMark, r.readableEncoding, r.readableObjectMode);
for (const name of ['end', 'close', 'pause', 'resume']) r.on(name, () => console.log(name, r.readableEnded, r.destroyed));
r.on('data', (chunk) => console.log('data', chunk, r.readableLength));
console.log('sync', r.readableFlowing, n);
process.nextTick(() => console.log('tick', n));
Promise.resolve().then(() => console.log('microtask', n));
setImmediate(() => console.log('immediate', n));
