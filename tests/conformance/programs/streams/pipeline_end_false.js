// pipeline's { end: false } leaves the sink open.
const { pipeline } = require('stream/promises');
const { Readable, Writable } = require('stream');
(async () => {
  const w = new Writable({ write(c, e, done) { console.log('write', String(c)); done(); } });
  w.on('finish', () => console.log('finish'));
  await pipeline(Readable.from(['one']), w, { end: false });
  console.log(w.writableEnded, w.destroyed, w.listenerCount('error'), w.listenerCount('close'), w.listenerCount('finish'));
  await pipeline(async function* () { yield 'two'; }, w, { end: false });
  console.log(w.writableEnded, w.destroyed);
  await pipeline(Readable.from(['three']), async function* (s) { yield* s; }, w, { end: false }).catch((error) => console.log(error.message));
  await pipeline(Readable.from(['four']), w);
  console.log(w.writableEnded, w.destroyed);
})();
