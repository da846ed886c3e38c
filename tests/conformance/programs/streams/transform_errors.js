// Errors in transform and flush: by callback, thrown, by destroy, twice.
const { Transform } = require('stream');
const run = (name, options) => new Promise((resolve) => {
  const t = new Transform(options);
  for (const event of ['data', 'finish', 'end', 'error', 'close']) t.on(event, (x) => console.log(name, event, x instanceof Error ? `${x.code} ${x.message}` : x && String(x)));
  try { t.write('a', (error) => console.log(name, 'callback a', error?.message)); t.write('b', (error) => console.log(name, 'callback b', error?.code)); t.end((error) => console.log(name, 'end', error?.code ?? error?.message)); } catch (error) { console.log(name, 'thrown', error.message); }
  setTimeout(() => { console.log(name, t.destroyed, t.errored?.message, t.readableAborted, t.writableAborted); resolve(); }, 20);
});
(async () => {
  await run('callback', { transform(c, e, done) { done(new Error('bad ' + c)); } });
  await run('later', { transform(c, e, done) { setImmediate(done, new Error('bad ' + c)); } });
  await run('throws', { transform() { throw new Error('thrown'); } });
  await run('flush', { transform(c, e, done) { done(null, c); }, flush(done) { done(new Error('bad flush')); } });
  await run('flush throws', { transform(c, e, done) { done(); }, flush() { throw new Error('flush threw'); } });
  await run('destroy', { transform(c, e, done) { this.destroy(new Error('destroyed')); done(); } });
  await run('missing', {});
  await run('twice', { transform(c, e, done) { done(null, c); done(null, c); } });
  await run('null', { transform(c, e, done) { done(null, null); } });
  await run('push after flush', { transform(c, e, done) { done(); }, flush(done) { done(); this.push('late'); } });
})();
