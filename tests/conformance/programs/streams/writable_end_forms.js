// end() with chunk, encoding and callback in all forms; twice; after destroy.
const { Writable } = require('stream');
const make = (name) => { const w = new Writable({ write(chunk, encoding, done) { console.log(name, 'write', String(chunk)); process.nextTick(done); } }); for (const event of ['finish', 'close', 'error']) w.on(event, (x) => console.log(name, event, x?.code, x?.message)); return w; };
const cb = (name) => (error) => console.log(name, 'callback', error?.code, error?.message);
(async () => {
  console.log(make('none').end() instanceof Writable); await new Promise(setImmediate);
  make('chunk').end('chunk'); await new Promise(setImmediate);
  make('encoded').end('6869', 'hex'); await new Promise(setImmediate);
  make('all').end('aGk=', 'base64', cb('all')); await new Promise(setImmediate);
  make('only callback').end(cb('only callback')); await new Promise(setImmediate);
  make('chunk callback').end('x', cb('chunk callback')); await new Promise(setImmediate);
  make('null').end(null, cb('null')); await new Promise(setImmediate);
  const twice = make('twice'); twice.end('x', cb('first')); twice.end(cb('second')); await new Promise(setImmediate);
  twice.end(cb('third')); await new Promise(setImmediate);
  const chunked = make('twice with chunk'); chunked.end('x', cb('first')); chunked.end('y', cb('second')); await new Promise(setImmediate);
  const after = make('write after end'); after.end(cb('end')); console.log(after.write('late', cb('late'))); await new Promise(setImmediate);
  const destroyed = make('destroyed'); destroyed.destroy(); destroyed.end(cb('destroyed')); console.log(destroyed.write('z', cb('write'))); await new Promise(setImmediate);
  const done = make('finished'); done.end(); await new Promise(setImmediate); done.end('more', cb('after finish')); await new Promise(setImmediate);
  console.log(done.writableEnded, done.writableFinished, done.destroyed, done.errored?.code);
})();
