// destroy() of a Readable at each stage, with and without an error.
const { Readable } = require('stream');
const state = (r) => [r.destroyed, r.closed, r.readable, r.readableEnded, r.readableAborted, r.errored?.message].join();
const run = (name, act) => new Promise((resolve) => {
  let n = 0;
  const r = new Readable({ objectMode: true, read() { setImmediate(() => console.log(name, 'push', this.push(n < 3 ? n++ : null))); }, destroy(error, done) { console.log(name, '_destroy', error?.message); done(error); } });
  for (const event of ['data', 'end', 'error', 'close']) r.on(event, (x) => console.log(name, event, x?.message ?? x, state(r)));
  act(r);
  setTimeout(() => { console.log(name, state(r)); resolve(); }, 60);
});
(async () => {
  await run('at once', (r) => r.destroy());
  await run('at once, error', (r) => r.destroy(new Error('E')));
  await run('in data', (r) => r.once('data', () => r.destroy()));
  await run('in data, error', (r) => r.once('data', () => r.destroy(new Error('E'))));
  await run('in end', (r) => r.on('end', () => r.destroy()));
  await run('in end, error', (r) => r.on('end', () => r.destroy(new Error('E'))));
  await run('in close', (r) => r.on('close', () => r.destroy(new Error('E'))));
  await run('in tick', (r) => process.nextTick(() => r.destroy(new Error('E'))));
  await run('twice', (r) => { r.destroy(); r.destroy(new Error('second')); });
  await run('null', (r) => r.destroy(null));
  await run('a string', (r) => { try { r.destroy('text'); } catch (error) { console.log(error.message); } });
  await run('in error', (r) => { r.on('error', () => r.destroy(new Error('again'))); r.destroy(new Error('E')); });
})();
