// A chain of three by pipe: what a failing middle leaves behind.
const { Readable, Transform, Writable } = require('stream');
const watch = (name, s) => { for (const event of ['unpipe', 'end', 'finish', 'error', 'close']) s.on(event, (x) => console.log(name, event, x?.message ?? '')); return s; };
const r = watch('source', Readable.from(['1', '2', '3', '4']));
const t = watch('middle', new Transform({ objectMode: true, transform(x, e, done) { done(x === '3' ? new Error('three') : null, x + x); } }));
const w = watch('sink', new Writable({ objectMode: true, write(x, e, done) { console.log('write', x); done(); } }));
r.pipe(t).pipe(w);
setTimeout(() => console.log('source', r.destroyed, r.readableFlowing, 'middle', t.destroyed, 'sink', w.destroyed, w.writableEnded), 20);
