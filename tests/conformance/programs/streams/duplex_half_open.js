// allowHalfOpen, and sides that are switched off.
const { Duplex } = require('stream');
const run = (name, options, act) => new Promise((resolve) => {
  const d = new Duplex({ read() {}, write(c, e, done) { console.log(name, 'write', String(c)); done(); }, ...options });
  for (const event of ['end', 'finish', 'close', 'error']) d.on(event, (x) => console.log(name, event, x?.code));
  console.log(name, d.readable, d.writable, d.allowHalfOpen, d.readableEnded, d.writableFinished);
  act(d);
  setImmediate(() => setImmediate(() => { console.log(name, d.readable, d.writable, d.destroyed, d.readableEnded, d.writableEnded); resolve(); }));
});
(async () => {
  const endRead = (d) => { d.resume(); d.push('x'); d.push(null); };
  await run('open', {}, endRead);
  await run('half', { allowHalfOpen: false }, endRead);
  await run('only read', { writable: false }, endRead);
  await run('only write', { readable: false }, (d) => d.end('y'));
  await run('neither', { readable: false, writable: false }, () => {});
  await run('write on read only', { writable: false }, (d) => { console.log(d.write('z')); });
  await run('push on write only', { readable: false }, (d) => { d.on('data', (x) => console.log('data', x)); console.log(d.push('z')); d.end(); });
  await run('switch', {}, (d) => { d.allowHalfOpen = false; endRead(d); });
  await run('set readable', {}, (d) => { d.readable = false; d.writable = false; console.log(d.readable, d.writable); });
})();
