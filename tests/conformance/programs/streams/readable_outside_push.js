// Pushing from outside with a read() that does nothing.
const { Readable } = require('stream');
const r = new Readable({ read() { console.log('read'); } });
r.on('data', (chunk) => console.log('data', chunk.toString()));
r.on('end', () => console.log('end'));
console.log(r.push('one'), r.readableLength, r.readableFlowing);
process.nextTick(() => {
  console.log('tick', r.push('two'), r.readableLength);
  setImmediate(() => {
    console.log('immediate', r.push('three'), r.readableLength);
    r.push(null);
    console.log('ended?', r.readableEnded, r.readable);
    r.once('error', (error) => console.log('error', error.code, error.message));
    console.log(r.push('four'));
  });
});
