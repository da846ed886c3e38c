// Two sources into one sink, by end: false.
const { Readable, Writable } = require('stream');
const w = new Writable({ objectMode: true, write(x, e, done) { console.log('write', x); done(); } });
w.on('finish', () => console.log('finish')).on('pipe', () => console.log('pipe')).on('unpipe', () => console.log('unpipe'));
let open = 2;
for (const name of ['a', 'b']) {
  const r = Readable.from([1, 2, 3].map((n) => name + n));
  r.pipe(w, { end: false });
  r.on('end', () => { console.log('end', name); if (--open === 0) w.end('all'); });
}
