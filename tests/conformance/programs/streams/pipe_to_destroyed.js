// Piping to what is destroyed, ended, or fails; from what is destroyed.
const { Readable, Writable } = require('stream');
const sink = (name, options) => { const w = new Writable({ objectMode: true, write(x, e, done) { console.log(name, 'write', x); done(x === 'bad' ? new Error('bad chunk') : null); }, ...options }); for (const event of ['unpipe', 'finish', 'error', 'close']) w.on(event, (x) => console.log(name, event, x?.code ?? x?.message ?? '')); return w; };
const source = (name, items = [1, 2]) => { const r = Readable.from(items); for (const event of ['end', 'error', 'close']) r.on(event, (x) => console.log(name, event, x?.message)); return r; };
const wait = () => new Promise((resolve) => setTimeout(resolve, 10));
(async () => {
  const destroyed = sink('destroyed'); destroyed.destroy(); await wait();
  let r = source('r1'); r.pipe(destroyed); await wait();
  console.log('r1', r.readableFlowing, r.listenerCount('data'), r.destroyed);
  const ended = sink('ended'); ended.end(); await wait();
  r = source('r2'); r.pipe(ended); await wait();
  console.log('r2', r.readableFlowing, r.destroyed);
  r = source('r3', [1, 'bad', 3]); const failing = sink('failing'); r.pipe(failing); await wait();
  console.log('r3', r.readableFlowing, r.listenerCount('data'), r.destroyed, r.readableLength);
  r = source('r4'); r.destroy(); const w4 = sink('w4'); r.pipe(w4); await wait();
  console.log('w4', w4.destroyed, w4.writableEnded);
  r = source('r5', [1, 2, 3]); const w5 = sink('w5'); r.pipe(w5); setImmediate(() => r.destroy(new Error('source fails'))); await wait();
  console.log('w5', w5.destroyed, w5.writableEnded, w5.listenerCount('unpipe'));
  r = source('r6', [1, 2, 3]); const w6 = sink('w6'); r.pipe(w6); w6.destroy(); await wait();
  console.log('r6', r.readableFlowing, r.destroyed);
  try { source('r7').pipe(null); } catch (error) { console.log(error.name, error.message); }
  try { source('r8').pipe({}); } catch (error) { console.log(error.name, error.message); }
  await wait();
})();
