// Errors of streams printed whole: their first lines, codes and causes.
const { Readable, Writable, PassThrough, finished, pipeline } = require('stream');
const head = (error) => console.log(error.stack.split('\n    at ')[0], '|', String(error), '|', Object.keys(error), error.code, error.constructor.name, Object.prototype.toString.call(error));
(async () => {
  const wait = () => new Promise(setImmediate);
  finished(new PassThrough().destroy(), head); await wait();
  const w = new Writable({ write() {} }); w.on('error', head); w.end(); w.write('late'); await wait();
  const d = new Writable({ write() {} }); d.destroy(); d.write('x', head); await wait();
  const r = new Readable({ read() {} }); r.on('error', head); r.push(null); r.push('x'); await wait();
  const m = new Readable(); m.on('error', head); m.resume(); await wait();
  try { new Writable({ write() {} }).write(null); } catch (error) { head(error); }
  const p = new Readable({ read() {} }); p.on('error', head); p.push({}); await wait();
  pipeline(new Readable({ read() {} }), new PassThrough(), head).destroy(); await wait();
  const c = new AbortController(); const s = new Readable({ signal: c.signal, read() {} }); s.on('error', head); c.abort(); await wait();
  const many = new Writable({ write(x, e, done) { done(); done(); } }); many.on('error', head); many.write('x'); await wait();
})();
