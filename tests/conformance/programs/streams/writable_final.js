// final(): called once, before finish; async, failing, throwing, returning a promise.
const { Writable } = require('stream');
const run = (name, final, { destroyFirst } = {}) => new Promise((resolve) => {
  const w = new Writable({ write(chunk, e, done) { console.log(name, 'write', String(chunk)); setImmediate(done); }, final });
  for (const event of ['prefinish', 'finish', 'error', 'close']) w.on(event, (x) => { console.log(name, event, x?.message, w.writableFinished, w.writableEnded); if (event === 'close') setImmediate(resolve); });
  w.write('a');
  w.end('b', (error) => console.log(name, 'end callback', error?.message));
  if (destroyFirst) w.destroy();
  process.nextTick(() => console.log(name, 'tick'));
});
(async () => {
  await run('sync', function (done) { console.log('final', this.writableLength); done(); });
  await run('immediate', (done) => { console.log('final'); setImmediate(() => { console.log('final done'); done(); }); });
  await run('tick', (done) => process.nextTick(done));
  await run('fails', (done) => done(new Error('final failed')));
  await run('throws', () => { throw new Error('final threw'); });
  await run('twice', (done) => { done(); done(); });
  await run('destroyed', (done) => { console.log('not called'); done(); }, { destroyFirst: true });
  process.on('unhandledRejection', (error) => console.log('unhandledRejection', error.message));
  const never = new Writable({ async final() { console.log('async final'); }, write(c, e, done) { done(); } });
  never.on('finish', () => console.log('finishes without a callback?'));
  never.end();
})();
