// isErrored, isReadable, isWritable, isDisturbed, isDestroyed at each state, for streams of both kinds.
const stream = require('stream');
const { Readable, Writable, PassThrough } = stream;
const names = ['isErrored', 'isReadable', 'isWritable', 'isDisturbed', 'isDestroyed'].filter((name) => typeof stream[name] === 'function');
console.log(names);
const show = (name, s) => console.log(name, names.map((n) => { try { return stream[n](s); } catch (error) { return error.code; } }).join());
const wait = () => new Promise(setImmediate);
(async () => {
  const r = new Readable({ read() {} }); show('fresh', r); r.push('x'); show('pushed', r); r.read(); show('read', r); r.push(null); r.read(); await wait(); show('ended', r);
  const d = new Readable({ read() {} }); d.destroy(); show('destroyed', d); await wait(); show('closed', d);
  const f = new Readable({ read() {} }); f.on('error', () => {}); f.destroy(new Error('x')); show('failed', f);
  const w = new Writable({ write(c, e, done) { done(); } }); show('writable', w); w.write('x'); show('written', w); w.end(); show('ended', w); await wait(); show('finished', w);
  const p = new PassThrough(); show('both', p); p.end('x'); show('half', p); p.resume(); await wait(); show('done', p);
  const web = new ReadableStream({ start(c) { c.enqueue('a'); c.enqueue('b'); c.close(); } }); show('web', web); const reader = web.getReader(); await reader.read(); show('web read', web); await reader.read(); await reader.read(); show('web closed', web);
  const e = new ReadableStream({ start(c) { c.error(new Error('web')); } }); show('web errored', e);
  const ww = new WritableStream(); show('web writable', ww); await ww.close(); show('web writable closed', ww);
  for (const other of [null, undefined, {}, 5, new (require('events'))()]) show(String(other), other);
  for (const [name, s] of [['iterated', Readable.from([1, 2])]]) { for await (const x of s) { show(name, s); break; } show('left', s); }
})();
