// events.once and events.on over streams, with errors and signals.
const { once, on } = require('events');
const { Readable, PassThrough } = require('stream');
(async () => {
  const r = Readable.from(['a', 'b']);
  const [first] = await once(r, 'data'); console.log('first', first);
  console.log(r.listenerCount('data'), r.listenerCount('error'), r.readableEnded);
  const p = new PassThrough(); setImmediate(() => p.destroy(new Error('fails'))); await once(p, 'end').catch((error) => console.log('once', error.message));
  const q = new PassThrough({ objectMode: true }); const got = []; setImmediate(() => { q.write(1); q.write(2); q.end(3); });
  for await (const [x] of on(q, 'data', { close: ['end'] })) got.push(x); console.log(got, q.listenerCount('data'));
  const f = new PassThrough(); setImmediate(() => { f.write('x'); f.destroy(new Error('later')); });
  try { for await (const [x] of on(f, 'data')) console.log(String(x)); } catch (error) { console.log('on', error.message, f.listenerCount('data'), f.listenerCount('error')); }
  const c = new AbortController(); const s = new PassThrough(); setImmediate(() => c.abort());
  await once(s, 'data', { signal: c.signal }).catch((error) => console.log(error.name, error.code, s.listenerCount('data')));
})();
