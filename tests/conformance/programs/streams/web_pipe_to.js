// pipeTo: to the end, errors of each side, preventClose, preventAbort, preventCancel, signal.
(async () => {
  const source = (n, fail) => { let i = 0; return new ReadableStream({ pull(c) { if (i === fail) c.error(new Error('source fails')); else if (i < n) c.enqueue(i++); else c.close(); }, cancel(reason) { console.log('  cancelled', reason?.message ?? reason); } }, { highWaterMark: 0 }); };
  const sink = (fail) => new WritableStream({ write(x) { console.log('  write', x); if (x === fail) throw new Error('sink fails'); }, close() { console.log('  closed'); }, abort(reason) { console.log('  aborted', reason?.message ?? reason); } });
  const run = async (name, r, w, options) => { try { console.log(name, await r.pipeTo(w, options), r.locked, w.locked); } catch (error) { console.log(name, error.name, error.code, error.message, r.locked, w.locked); } };
  await run('fine', source(2), sink());
  const kept = sink(); await run('preventClose', source(1), kept, { preventClose: true }); await run('second', source(1), kept);
  await run('source fails', source(3, 1), sink());
  const w = sink(); await run('preventAbort', source(3, 1), w, { preventAbort: true }); await w.getWriter().close();
  await run('sink fails', source(3), sink(1));
  const r = source(4); await run('preventCancel', r, sink(1), { preventCancel: true }); console.log(await r.getReader().read());
  await run('aborted before', source(2), sink(), { signal: AbortSignal.abort() });
  const c = new AbortController(); let n = 0; await run('aborted', new ReadableStream({ async pull(x) { x.enqueue(n++); if (n === 3) c.abort(new Error('why')); await new Promise(setImmediate); }, cancel(reason) { console.log('  cancelled', reason.message); } }), sink(), { signal: c.signal });
  const closed = new WritableStream(); await closed.close(); await run('sink closed', source(2), closed);
  const locked = source(1); locked.getReader(); await run('locked', locked, sink());
  await run('no sink', source(1), 5); await run('bad signal', source(1), sink(), { signal: 5 });
  for await (const x of source(3).pipeThrough(new TransformStream({ transform(x, t) { t.enqueue(x * 10); } }))) console.log(x);
  try { source(1).pipeThrough({}); } catch (error) { console.log(error.name, error.code, error.message); }
})();
