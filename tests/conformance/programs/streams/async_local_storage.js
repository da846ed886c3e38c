// AsyncLocalStorage in streams' callbacks: of the one who makes, listens, writes.
const { AsyncLocalStorage } = require('async_hooks');
const { Readable, Writable, Transform, pipeline, finished } = require('stream');
const store = new AsyncLocalStorage();
const here = (name) => console.log(name, store.getStore());
const r = store.run('maker', () => new Readable({ read() { here('read'); setImmediate(() => { here('pushing'); this.push(this.done ? null : 'x'); this.done = true; }); } }));
store.run('listener', () => r.on('data', () => here('data')).on('end', () => here('end')).on('close', () => here('close')));
store.run('finisher', () => finished(r, () => here('finished')));
r.on('close', () => store.run('second', () => {
  const w = new Writable({ write(c, e, done) { here(`write ${c}`); setImmediate(done); }, final(done) { here('final'); done(); } });
  store.run('writer', () => w.write('a', () => here('callback a')));
  store.run('other', () => w.write('b', () => here('callback b')));
  store.run('ender', () => w.end(() => here('end callback')));
  w.on('finish', () => here('finish'));
  w.on('close', () => store.run('piper', () => pipeline(store.run('source', () => Readable.from(['q'])), store.run('transformer', () => new Transform({ objectMode: true, transform(c, e, done) { here('transform'); done(null, c); } })), async (source) => { here('sink'); for await (const x of source) here(`got ${x}`); here('sink ends'); }, () => here('pipeline callback'))));
}));
