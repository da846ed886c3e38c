// addAbortSignal and the signal option: for each kind of stream, and after the end.
const { addAbortSignal, Readable, Writable, Duplex } = require('stream');
const wait = () => new Promise((resolve) => setTimeout(resolve, 10));
(async () => {
  const watch = (name, s) => { s.on('error', (error) => console.log(name, 'error', error.name, error.code, error.message, error.cause?.name)).on('close', () => console.log(name, 'close')); return s; };
  const c = new AbortController();
  const r = watch('added', addAbortSignal(c.signal, new Readable({ read() {} })));
  console.log(r instanceof Readable);
  c.abort(); console.log('sync', r.destroyed, r.errored?.name); await wait();
  const o = new AbortController();
  const w = watch('option', new Writable({ signal: o.signal, write(x, e, done) { setImmediate(done); } }));
  w.write('x', (error) => console.log('callback', error?.name)); o.abort(new Error('reason')); await wait();
  watch('aborted before', new Duplex({ signal: AbortSignal.abort(), read() {}, write() {} })); await wait();
  const e = new AbortController();
  const ended = watch('ended', Readable.from([1], { signal: e.signal })); ended.resume(); await wait(); e.abort(); await wait();
  const i = new AbortController();
  const endless = Readable.from((async function* () { for (let n = 0; ; n++) { yield n; await new Promise(setImmediate); } })(), { signal: i.signal });
  try { for await (const x of endless) { console.log(x); if (x === 2) i.abort(); } } catch (error) { console.log('loop', error.name, endless.destroyed); }
  for (const args of [[5, r], [c.signal, 5], [c.signal, {}], [undefined, r], [{ aborted: true }, r]]) try { addAbortSignal(...args); console.log('taken'); } catch (error) { console.log(error.code, error.message); }
  const web = new ReadableStream();
  const k = new AbortController();
  try { addAbortSignal(k.signal, web); k.abort(); await web.getReader().read(); } catch (error) { console.log('web', error.name, error.code); }
})();
