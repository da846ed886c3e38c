// Transform: order of transform, data, flush, finish, end and close.
const { Transform } = require('stream');
const t = new Transform({
  transform(chunk, encoding, done) { console.log('transform', String(chunk), encoding); this.push(String(chunk).toUpperCase()); done(null, '!'); },
  flush(done) { console.log('flush'); this.push('flushed'); done(null, 'last'); },
  final: undefined,
});
for (const event of ['prefinish', 'finish', 'end', 'close', 'drain']) t.on(event, () => console.log(event));
t.on('data', (x) => console.log('data', String(x)));
t.write('a', () => console.log('callback a'));
t.write('b', () => console.log('callback b'));
t.end('c', () => console.log('end callback'));
console.log('sync');
process.nextTick(() => console.log('tick'));
setImmediate(() => console.log('immediate', t.destroyed));
