// An error given to a write's callback: callbacks of what waits, error, close, and writes after it.
const { Writable } = require('stream');
const run = (name, finish, options) => new Promise((resolve) => {
  const w = new Writable({ ...options, write(chunk, e, done) { console.log(name, 'write', String(chunk)); finish(done, new Error(`no ${chunk}`)); } });
  for (const event of ['drain', 'finish', 'error', 'close']) w.on(event, (x) => console.log(name, event, x?.message));
  for (const x of ['1', '2', '3']) console.log(name, w.write(x, (error) => console.log(name, 'callback', x, error?.code, error?.message)));
  w.end((error) => console.log(name, 'end callback', error?.message));
  setTimeout(() => { console.log(name, w.destroyed, w.errored?.message, w.writable, w.closed, w.writableAborted, w.writableLength); resolve(); }, 25);
});
(async () => {
  await run('sync', (done, error) => done(error));
  await run('immediate', (done, error) => setImmediate(done, error));
  await run('twice', (done) => { done(); done(); });
  await run('no auto', (done, error) => setImmediate(done, error), { autoDestroy: false });
  await run('no close', (done, error) => done(error), { emitClose: false });
  await run('thrown', (done, error) => { process.nextTick(() => done('a string')); });
})();
