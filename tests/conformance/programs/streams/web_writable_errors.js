// WritableStream: errors by write, start, close, controller and abort; signal; what waits is rejected.
(async () => {
  const said = async (name, p) => { try { console.log(name, 'fine', await p); } catch (error) { console.log(name, error?.name ?? error, error?.message); } };
  const failing = (sink) => { const w = new WritableStream(sink).getWriter(); return w; };
  let w = failing({ write(x) { if (x === 2) throw new Error('no two'); } });
  await Promise.all([said('w1', w.write(1)), said('w2', w.write(2)), said('w3', w.write(3)), said('close', w.close()), said('closed', w.closed), said('ready', w.ready)]); console.log(w.desiredSize);
  w = failing({ start: () => Promise.reject(new Error('no start')) }); await said('start', w.write(1)); await said('closed', w.closed);
  w = failing({ close() { throw new Error('no close'); } }); await said('close', w.close()); await said('closed', w.closed);
  let controller; w = failing({ start(c) { controller = c; } }); console.log(controller.signal.aborted, controller.constructor.name); controller.error(new Error('by controller')); await said('write', w.write(1)); await said('closed', w.closed);
  let stopped; w = failing({ start(c) { c.signal.addEventListener('abort', () => console.log('signal', c.signal.reason)); }, write() { return new Promise((resolve) => { stopped = resolve; }); }, abort(reason) { console.log('abort called', reason); return 'ignored'; } });
  await new Promise(setImmediate); const under = said('under way', w.write(1)), queued = said('queued', w.write(2)); const aborting = said('abort', w.abort('the reason')); console.log('asked'); await new Promise(setImmediate); stopped(); await Promise.all([under, queued, aborting]); await said('closed', w.closed);
  await said('abort again', w.abort()); await said('abort closed', new WritableStream().abort());
  w = failing({ abort() { throw new Error('abort throws'); } }); await said('abort', w.abort()); await said('closed', w.closed);
  try { new WritableStream({ type: 'bytes' }); } catch (error) { console.log(error.name, error.code, error.message); }
  try { new WritableStream({ write: 5 }); } catch (error) { console.log(error.name, error.code, error.message); }
  await said('locked abort', (() => { const s = new WritableStream(); s.getWriter(); return s.abort(); })()); await said('locked close', (() => { const s = new WritableStream(); s.getWriter(); return s.close(); })());
})();
