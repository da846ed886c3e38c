// A loop over a stream that fails, and nobody handles it.
const { Readable } = require('stream');
process.on('exit', (code) => console.log('exit', code));
(async () => {
  const r = new Readable({ objectMode: true, read() { this.push(1); process.nextTick(() => this.destroy(new RangeError('out of it'))); } });
  for await (const x of r) console.log('got', x);
})();
