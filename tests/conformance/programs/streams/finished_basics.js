// finished(): for readable, writable and duplex; with errors; already done; cleanup.
const { finished, Readable, Writable, PassThrough } = require('stream');
const wait = () => new Promise((resolve) => setTimeout(resolve, 10));
(async () => {
  const report = (name) => function (error) { console.log(name, error?.code ?? error?.message, this === undefined || this?.constructor.name); };
  const r = Readable.from([1]); finished(r, report('readable')); r.resume(); await wait();
  const w = new Writable({ write(c, e, done) { done(); } }); finished(w, report('writable')); w.end('x'); await wait();
  const p = new PassThrough(); finished(p, report('both')); p.end('x'); await wait(); console.log('waiting for its reader'); p.resume(); await wait();
  const d = new Readable({ read() {} }); finished(d, report('destroyed')); d.destroy(); await wait();
  const f = new Readable({ read() {} }); finished(f, report('failed')); f.destroy(new Error('failed')); await wait();
  finished(r, report('already ended')); finished(w, report('already finished')); finished(d, report('already destroyed')); finished(f, report('already failed')); console.log('later'); await wait();
  const c = new Readable({ read() {} });
  const before = c.eventNames().length;
  const cleanup = finished(c, report('cleaned'));
  console.log(c.eventNames().map(String).sort().join(), c.eventNames().length - before);
  cleanup(); console.log(c.eventNames().length - before); c.destroy(); await wait();
  const once = new Writable({ write(c, e, done) { done(); } }); finished(once, report('once')); once.end(); once.on('finish', () => once.destroy(new Error('after finish'))); once.on('error', (error) => console.log('error', error.message)); await wait();
  for (const bad of [null, {}, 5, 'stream']) try { finished(bad, () => {}); } catch (error) { console.log(error.code, error.message); }
  try { finished(new PassThrough()); } catch (error) { console.log(error.code, error.message); }
  try { finished(new PassThrough(), 'options', () => {}); } catch (error) { console.log(error.code, error.message); }
})();
