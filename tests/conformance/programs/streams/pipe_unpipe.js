// unpipe(): one, all, one that is not piped, while data is under way, and piping anew.
const { Readable, Writable } = require('stream');
const sink = (name) => { const w = new Writable({ objectMode: true, write(x, e, done) { console.log(name, x); done(); } }); for (const event of ['pipe', 'unpipe', 'finish']) w.on(event, (source, info) => console.log(name, event, source?.constructor.name, info)); return w; };
let n = 0;
const r = new Readable({ objectMode: true, highWaterMark: 1, read() { setImmediate(() => this.push(n < 8 ? n++ : null)); } });
const a = sink('a'), b = sink('b'), c = sink('c');
r.pipe(a); r.pipe(b);
r.unpipe(c);
console.log('flowing', r.readableFlowing, r.listenerCount('data'));
r.on('end', () => console.log('end'));
b.on('unpipe', () => console.log('b is out', r.readableFlowing, r.listenerCount('data')));
r.on('data', function watch(x) {
  if (x === 2) r.unpipe(b);
  if (x === 4) { r.removeListener('data', watch); r.unpipe(); console.log('none', r.readableFlowing, r.listenerCount('data')); setTimeout(() => { console.log('waited at', n, r.readableLength); r.pipe(c); }, 20); }
});
