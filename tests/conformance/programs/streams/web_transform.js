// TransformStream: start, transform, flush; terminate, error; identity; backpressure between its sides.
(async () => {
  const collect = async (s) => { const all = []; for await (const x of s) all.push(x); return all; };
  const feed = async (t, items) => { const w = t.writable.getWriter(); for (const x of items) await w.write(x); await w.close(); };
  let t = new TransformStream({ start(c) { c.enqueue('start'); }, transform(x, c) { c.enqueue(x * 2); if (x === 2) c.enqueue('two'); }, flush(c) { c.enqueue('flush'); } });
  let result = collect(t.readable); await feed(t, [1, 2, 3]); console.log(await result);
  t = new TransformStream(); result = collect(t.readable); await feed(t, ['identity']); console.log(await result);
  t = new TransformStream({ transform(x, c) { if (x === 2) c.terminate(); else c.enqueue(x); } }); result = collect(t.readable); await feed(t, [1, 2, 3]).catch((error) => console.log('feed', error.name, error.code, error.message)); console.log(await result);
  t = new TransformStream({ transform(x) { throw new Error(`no ${x}`); } }); result = collect(t.readable).catch((error) => console.log('read', error.message)); await feed(t, [1]).catch((error) => console.log('write', error.message)); await result;
  t = new TransformStream({ flush() { throw new Error('no flush'); } }); result = collect(t.readable).catch((error) => console.log('read', error.message)); await feed(t, [1]).catch((error) => console.log('close', error.message)); await result;
  const log = []; t = new TransformStream({ async transform(x, c) { log.push(`t${x}`); c.enqueue(x); log.push(c.desiredSize); } }, { highWaterMark: 2 }, { highWaterMark: 1 });
  const w = t.writable.getWriter(); log.push(w.desiredSize); w.write(1); w.write(2); w.write(3); log.push(w.desiredSize); await new Promise(setImmediate); console.log(log.join(), w.desiredSize); const r = t.readable.getReader(); console.log(await r.read(), await r.read(), log.join()); 
  let cancelled = new TransformStream({ cancel(reason) { console.log('cancel', reason); } }); await cancelled.readable.cancel('by reader'); await cancelled.writable.getWriter().write(1).catch((error) => console.log(error));
  cancelled = new TransformStream({ cancel(reason) { console.log('cancel', reason); } }); await cancelled.writable.abort('by writer'); await cancelled.readable.getReader().read().catch((error) => console.log(error));
  for (const bad of [{ readableType: 'bytes' }, { writableType: 'x' }, { transform: 5 }, 5]) try { new TransformStream(bad); console.log('taken'); } catch (error) { console.log(error.name, error.code, error.message); }
})();
