// _destroy: late, changing the error, throwing, never calling back; a callback given to destroy().
const { Readable, Writable, Duplex } = require('stream');
const run = (name, destroy, error) => new Promise((resolve) => {
  const d = new Duplex({ read() {}, write(c, e, done) { done(); }, destroy });
  d.on('error', (x) => console.log(name, 'error', x.message)).on('close', () => console.log(name, 'close'));
  try { d.destroy(error, (x) => console.log(name, 'callback', x?.message)); } catch (x) { console.log(name, 'thrown', x.message); }
  console.log(name, 'sync', d.destroyed, d.closed);
  process.nextTick(() => console.log(name, 'tick'));
  setTimeout(resolve, 10);
});
(async () => {
  await run('plain', (error, done) => done(error));
  await run('plain error', (error, done) => done(error), new Error('E'));
  await run('late', (error, done) => setImmediate(done, error), new Error('E'));
  await run('swallowed', (error, done) => done(), new Error('E'));
  await run('changed', (error, done) => done(new Error('changed')), new Error('E'));
  await run('made', (error, done) => done(new Error('made')));
  await run('throws', () => { throw new Error('thrown'); });
  await run('twice', (error, done) => { done(error); done(new Error('again')); });
  await run('never', () => {}, new Error('E'));
  await run('async', async (error, done) => { await null; done(error); }, new Error('E'));
  for (const Class of [Readable, Writable]) { const s = new Class({ read() {}, write() {} }); console.log(s.destroy() === s, s.destroy() === s, s._destroy.length, s.destroy.length); }
})();
