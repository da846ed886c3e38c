// destroy() with writes under way: callbacks get ERR_STREAM_DESTROYED, in which order.
const { Writable } = require('stream');
const run = (name, error, when) => new Promise((resolve) => {
  const w = new Writable({ write(chunk, e, done) { console.log(name, 'write', String(chunk)); setImmediate(done); }, destroy(error, done) { console.log(name, '_destroy', error?.message); setImmediate(() => done(error)); } });
  for (const event of ['drain', 'finish', 'error', 'close']) w.on(event, (x) => { console.log(name, event, x?.message); if (event === 'close') setImmediate(resolve); });
  for (const x of ['1', '2']) w.write(x, (error) => console.log(name, 'callback', x, error?.code ?? error?.message));
  w.end((error) => console.log(name, 'end callback', error?.code ?? error?.message));
  when(() => { console.log(name, w.destroy(error) === w, w.destroyed, w.closed, w.writableAborted, w.writable); w.destroy(new Error('second')); });
});
(async () => {
  await run('plain', undefined, (f) => f());
  await run('error', new Error('broken'), (f) => f());
  await run('tick', undefined, (f) => process.nextTick(f));
  await run('immediate', new Error('broken later'), (f) => setImmediate(f));
  const w = new Writable({ write(c, e, done) { done(); } });
  w.on('finish', () => { console.log('finish'); w.destroy(new Error('in finish')); }).on('error', (error) => console.log('error', error.message)).on('close', () => console.log('close'));
  w.end();
})();
