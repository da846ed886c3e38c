// construct() delays reading; its error destroys.
const { Readable, Writable } = require('stream');
const r = new Readable({
  construct(done) { console.log('construct'); setImmediate(() => { console.log('constructed'); done(); console.log('after done'); }); },
  read() { console.log('read'); this.push('x'); this.push(null); },
  destroy(error, done) { console.log('destroy', error); done(error); },
});
r.on('data', (d) => console.log('data', String(d))).on('close', () => console.log('close'));
process.nextTick(() => console.log('tick'));
r.on('close', () => {
  const failing = new Writable({ construct(done) { console.log('construct 2'); process.nextTick(done, new Error('no construct')); }, write(c, e, done) { console.log('never'); done(); } });
  failing.on('error', (error) => console.log('error', error.message)).on('close', () => console.log('closed', failing.destroyed, failing.errored?.message));
  console.log(failing.write('a', (error) => console.log('write callback', error?.message)));
  failing.end((error) => console.log('end callback', error?.message));
  const w = new Writable({ construct(done) { setImmediate(done); }, write(c, e, done) { console.log('write', String(c)); done(); }, final(done) { console.log('final'); done(); } });
  console.log(w.write('early'), w.writableLength);
  w.end(); w.on('finish', () => console.log('finish'));
  const twice = new Writable({ construct(done) { done(); done(); } });
  twice.on('error', (error) => console.log('twice', error.code, error.message));
  const throws = new Readable({ construct() { throw new Error('thrown in construct'); }, read() {} });
  throws.on('error', (error) => console.log('throws', error.message));
  const destroyed = new Readable({ construct(done) { setImmediate(() => { console.log('construct ends late'); done(); }); }, read() {}, destroy(error, done) { console.log('destroyed', error?.message); done(error); } });
  destroyed.destroy(new Error('before construct ended'));
  destroyed.on('error', (error) => console.log('error', error.message));
});
