// finished() with { readable, writable, error, signal, cleanup }.
const { finished, PassThrough, Duplex } = require('stream');
const promises = require('stream/promises');
const wait = () => new Promise((resolve) => setTimeout(resolve, 10));
(async () => {
  const report = (name) => (error) => console.log(name, error?.name, error?.code ?? error?.message);
  const a = new PassThrough(); finished(a, { readable: false }, report('writable only')); finished(a, { writable: false }, report('readable only')); a.end('x'); await wait(); a.resume(); await wait();
  const b = new PassThrough(); b.on('error', () => console.log('own listener')); finished(b, { error: false }, report('no error')); b.destroy(new Error('b')); await wait();
  const c = new PassThrough(); const controller = new AbortController(); finished(c, { signal: controller.signal }, report('signal')); controller.abort(); await wait(); console.log(c.destroyed);
  finished(c, { signal: AbortSignal.abort() }, report('aborted before')); await wait();
  const d = new PassThrough(); const done = promises.finished(d, { cleanup: true }); console.log(d.listenerCount('error')); d.end(); d.resume(); await done; console.log('cleaned', d.listenerCount('error'), d.listenerCount('end'));
  const e = new PassThrough(); const kept = promises.finished(e); e.end(); e.resume(); await kept; console.log('kept', e.listenerCount('error') > 0);
  await promises.finished(new PassThrough().destroy(new Error('gone'))).catch((error) => console.log('rejects', error.message));
  await promises.finished(new PassThrough().destroy()).catch((error) => console.log('rejects', error.code));
  const f = new Duplex({ read() {}, write(c, e, done) { done(); }, emitClose: false }); finished(f, report('no close')); f.push(null); f.resume(); f.end(); await wait();
  const g = new Duplex({ read() {}, write(c, e, done) { done(); }, autoDestroy: false }); finished(g, report('no auto')); g.push(null); g.resume(); g.end(); await wait(); console.log(g.destroyed);
  try { await promises.finished(new PassThrough(), { cleanup: 'yes' }); } catch (error) { console.log(error.code, error.message); }
})();
