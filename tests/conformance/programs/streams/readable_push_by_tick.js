// A read() that pushes in process.nextTick.
const { Readable } = require('stream');
let n = 0;
const r = new Readable({
  highWaterMark: 4,
  read(size) {
    console.log('read', size);
    process.nextTick(() => {
      n++;
      console.log('pushing', n, this.readableLength);
      console.log('pushed', this.push(n > 3 ? null : 'abc'.slice(0, n)), this.readableLength);
    });
  },
});
for (const name of ['end', 'close']) r.on(name, () => console.log(name));
r.on('data', (chunk) => { console.log('data', String(chunk)); Promise.resolve().then(() => console.log('microtask after', String(chunk))); });
process.nextTick(() => console.log('tick'));
setImmediate(() => console.log('immediate', n));
