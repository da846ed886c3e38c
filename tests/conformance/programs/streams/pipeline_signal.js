// pipeline by promise with an AbortSignal: before, within, after; with a reason.
const { pipeline } = require('stream/promises');
const { Readable, Writable, PassThrough } = require('stream');
(async () => {
  const make = () => { let n = 0; return new Readable({ objectMode: true, read() { setImmediate(() => this.push(n++)); } }); };
  const sink = () => new Writable({ objectMode: true, write(x, e, done) { done(); } });
  const run = async (name, signal, parts, act) => {
    const running = pipeline(...parts, { signal });
    act?.();
    try { await running; console.log(name, 'fine'); } catch (error) { console.log(name, error.name, error.code, error.message, error.cause?.name, error.cause?.message, parts.map((p) => p.destroyed)); }
  };
  await run('before', AbortSignal.abort(), [make(), sink()]);
  const c = new AbortController();
  await run('within', c.signal, [make(), new PassThrough({ objectMode: true }), sink()], () => setTimeout(() => c.abort(), 10));
  const r = new AbortController();
  await run('reason', r.signal, [make(), sink()], () => setTimeout(() => r.abort(new Error('the reason')), 10));
  const a = new AbortController();
  await run('after', a.signal, [Readable.from([1]), sink()]);
  a.abort();
  await run('timeout', AbortSignal.timeout(10), [make(), sink()]);
  const g = new AbortController();
  await pipeline(async function* ({ signal }) { console.log('source has', signal instanceof AbortSignal); try { for (let n = 0; ; n++) { if (n === 3) g.abort(); yield n; await null; } } finally { console.log('finally, aborted', signal.aborted); } }, sink(), { signal: g.signal }).catch((error) => console.log('generator', error.name));
  for (const bad of [5, {}, 'signal']) await pipeline(Readable.from([1]), sink(), { signal: bad }).then(() => console.log('taken'), (error) => console.log(error.code, error.message)).catch(console.log);
})();
