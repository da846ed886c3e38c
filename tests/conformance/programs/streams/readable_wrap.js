// wrap(): an old-style emitter as a stream.
const { Readable } = require('stream');
const { EventEmitter } = require('events');
const old = new EventEmitter();
old.paused = false;
old.pause = () => { console.log('old pause'); old.paused = true; };
old.resume = () => { console.log('old resume'); old.paused = false; };
old.extra = () => 'extra method';
const r = new Readable({ highWaterMark: 4 }).wrap(old);
console.log(r.extra(), old.eventNames());
r.on('data', (chunk) => console.log('data', String(chunk)));
for (const name of ['end', 'close', 'error']) r.on(name, (x) => console.log(name, x?.message));
old.emit('data', 'abc');
old.emit('data', 'defgh');
setImmediate(() => {
  old.emit('data', 'ij');
  old.emit('end');
  setImmediate(() => {
    const broken = new EventEmitter();
    broken.pause = broken.resume = () => {};
    const b = new Readable({ objectMode: true }).wrap(broken);
    b.on('error', (error) => console.log('broken', error.message)).on('close', () => console.log('broken close'));
    b.on('data', (d) => console.log('broken data', d));
    broken.emit('data', { a: 1 });
    broken.emit('error', new Error('from the old'));
    setImmediate(() => { const closing = new EventEmitter(); closing.pause = closing.resume = () => {}; const c = Readable.wrap ? Readable.wrap(closing) : new Readable().wrap(closing); c.on('close', () => console.log('closing close', c.destroyed)); closing.emit('close'); });
  });
});
