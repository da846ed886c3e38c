// An error at each position of a pipeline: what each part hears, and what comes out.
const { pipeline, Readable, Transform, Writable } = require('stream');
const run = (where) => new Promise((resolve) => {
  const fail = (name, x) => (where === name && String(x) === 'b' ? new Error(`at ${name}`) : null);
  const watch = (name, s) => { s.on('error', (error) => console.log(where, '|', name, 'error', error.code, error.message)); s.on('close', () => console.log(where, '|', name, 'close')); return s; };
  const items = ['a', 'b', 'c'];
  const parts = [
    watch('source', new Readable({ read() { const x = items.shift(); const error = fail('source', x); if (error) this.destroy(error); else this.push(x ?? null); } })),
    watch('one', new Transform({ transform(x, e, done) { done(fail('one', x), x); } })),
    watch('two', new Transform({ transform(x, e, done) { done(null, x); }, flush(done) { done(where === 'flush' ? new Error('at flush') : null); } })),
    watch('sink', new Writable({ write(x, e, done) { setImmediate(done, fail('sink', x)); }, final(done) { done(where === 'final' ? new Error('at final') : null); } })),
  ];
  pipeline(parts, (error) => { console.log(where, '| callback', error?.message, parts.map((p) => p.destroyed)); setTimeout(() => { console.log(where, '| later', parts.map((p) => [p.destroyed, p.listenerCount('error')].join())); resolve(); }, 10); });
});
(async () => { for (const where of ['source', 'one', 'flush', 'sink', 'final', 'nowhere']) await run(where); })();
