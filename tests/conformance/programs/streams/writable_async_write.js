// An async write(): its promise is ignored, unless it rejects.
const { Writable } = require('stream');
process.on('unhandledRejection', (error) => { console.log('unhandledRejection', error.message); });
const w = new Writable({ async write(chunk, e, done) { await null; console.log('write', String(chunk)); done(); }, async final(done) { await null; console.log('final'); done(); } });
w.on('finish', () => console.log('finish')).on('close', () => {
  const r = new Writable({ async write() { throw new Error('rejects'); } });
  r.on('error', (error) => console.log('error', error.message));
  r.write('x', (error) => console.log('callback', error?.message));
  setImmediate(() => console.log(r.writableLength, r.destroyed));
});
w.write('a', () => console.log('callback a')); w.write('b'); w.end();
