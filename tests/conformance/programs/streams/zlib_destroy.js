// zlib streams that are destroyed, closed or reset in the middle, and params and flush while running.
const zlib = require('zlib');
const { once } = require('events');
(async () => {
  const watch = (name, s) => { for (const event of ['end', 'finish', 'error', 'close']) s.on(event, (x) => console.log(name, event, x?.message ?? '')); return s; };
  const closing = (s) => new Promise((resolve) => s.on('close', () => setTimeout(resolve, 20)));
  const a = watch('a', zlib.createGzip()); a.write('x', (error) => console.log('a callback', error?.code)); a.destroy(); await closing(a);
  const b = watch('b', zlib.createGzip()); b.destroy(new Error('by hand')); await closing(b);
  const c = watch('c', zlib.createGzip()); c.close(() => console.log('c close callback')); await closing(c);
  const d = watch('d', zlib.createDeflate({ level: 0 })); const got = []; d.on('data', (x) => got.push(x));
  d.write('aaaa'); d.params(9, zlib.constants.Z_DEFAULT_STRATEGY, (error) => { console.log('params', error); d.write('bbbb'); d.flush(() => { console.log('flushed'); d.end(); }); }); await closing(d);
  console.log(String(zlib.inflateSync(Buffer.concat(got))));
  const e = watch('e', zlib.createDeflateRaw()); const kept = []; e.on('data', (x) => kept.push(x));
  e.write('lost', () => { e.reset(); console.log('reset'); e.end('kept'); }); await closing(e);
  console.log(String(zlib.inflateRawSync(Buffer.concat(kept))));
  try { e.reset(); } catch (error) { console.log(error.name, error.code); }
  const f = watch('f', zlib.createInflate()); f.write('garbage', (error) => console.log('f callback', error?.code)); await closing(f);
  f.write('more', (error) => console.log('f callback', error?.code));
  console.log(f.destroyed, f.errored?.code);
})();
