// Callbacks of writes that end in the same turn: all in one tick, in order.
const { Writable } = require('stream');
const run = (name, finish) => new Promise((resolve) => {
  const w = new Writable({ write(chunk, encoding, done) { console.log(name, '_write', String(chunk)); finish(done); } });
  for (const x of ['1', '2', '3']) w.write(x, (error) => { console.log(name, 'callback', x, error); process.nextTick(() => console.log(name, 'tick of', x)); Promise.resolve().then(() => console.log(name, 'microtask of', x)); });
  process.nextTick(() => console.log(name, 'tick'));
  Promise.resolve().then(() => console.log(name, 'microtask'));
  console.log(name, 'sync');
  w.end('last', () => console.log(name, 'end callback'));
  w.on('prefinish', () => console.log(name, 'prefinish')).on('finish', () => console.log(name, 'finish')).on('close', () => { console.log(name, 'close'); setImmediate(resolve); });
});
(async () => {
  await run('sync', (done) => done());
  await run('tick', (done) => process.nextTick(done));
  await run('microtask', (done) => Promise.resolve().then(() => done()));
  await run('immediate', (done) => setImmediate(done));
  await run('timer', (done) => setTimeout(done, 5));
})();
