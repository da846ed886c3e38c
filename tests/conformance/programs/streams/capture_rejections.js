// captureRejections: an async listener's rejection destroys the stream.
const { Readable, Writable, Transform } = require('stream');
process.on('unhandledRejection', (error) => console.log('unhandledRejection', error.message));
const r = new Readable({ captureRejections: true, read() { this.push('x'); this.push(null); } });
r.on('data', async () => { throw new Error('from an async listener'); });
r.on('error', (error) => console.log('error', error.message)).on('end', () => console.log('end')).on('close', () => console.log('close', r.destroyed));
setTimeout(() => {
  const plain = Readable.from(['y']);
  plain.on('data', async () => { throw new Error('not captured'); });
  plain.on('error', () => console.log('never')).on('close', () => console.log('plain close'));
}, 20);
setTimeout(() => {
  const w = new Writable({ captureRejections: true, write(c, e, done) { done(); } });
  w.on('finish', async () => { await null; throw new Error('in finish'); });
  w.on('error', (error) => console.log('w error', error.message)).on('close', () => console.log('w close'));
  w.end('z');
}, 40);
setTimeout(() => {
  const own = new Transform({ captureRejections: true, transform(c, e, done) { done(null, c); } });
  own[Symbol.for('nodejs.rejection')] = (error, event, ...args) => console.log('own handler', error.message, event, args.map(String));
  own.on('data', async () => { throw new Error('handled'); });
  own.end('q');
}, 60);
