// pipe(): the events on both sides, listeners added and removed.
const { Readable, Writable } = require('stream');
const names = (e) => e.eventNames().map((name) => `${String(name)}:${e.listenerCount(name)}`).join(' ');
const r = Readable.from(['a', 'b', 'c']);
const w = new Writable({ objectMode: true, highWaterMark: 2, write(x, e, done) { console.log('write', x); setImmediate(done); } });
for (const event of ['pipe', 'unpipe', 'drain', 'finish', 'close']) w.on(event, (x) => console.log('w', event, x === r));
for (const event of ['pause', 'resume', 'data', 'end', 'close']) r.on(event, (x) => console.log('r', event, x, r.readableFlowing));
console.log('before', names(r), '|', names(w));
console.log(r.pipe(w) === w);
console.log('after', names(r), '|', names(w), r.readableFlowing);
w.on('close', () => console.log('closed', names(r), '|', names(w), r.destroyed));
