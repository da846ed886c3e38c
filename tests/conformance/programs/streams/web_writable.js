// WritableStream: desiredSize, ready and backpressure; close, abort, order of calls.
(async () => {
  const log = [];
  const w = new WritableStream({ start() { log.push('start'); }, async write(chunk) { log.push(`write ${chunk}`); await new Promise(setImmediate); log.push(`written ${chunk}`); }, close() { log.push('close'); }, abort(reason) { log.push(`abort ${reason}`); } }, { highWaterMark: 2 });
  console.log(w.locked); const writer = w.getWriter(); console.log(w.locked, writer.desiredSize);
  writer.ready.then(() => log.push('ready at first'));
  const promises = ['a', 'b', 'c'].map((x) => { const p = writer.write(x); log.push(`desired ${writer.desiredSize}`); p.then(() => log.push(`resolved ${x}`)); return p; });
  const waiting = writer.ready; waiting.then(() => log.push(`ready again ${writer.desiredSize}`));
  await Promise.all(promises); await waiting; console.log(log); log.length = 0;
  const closing = writer.close(); log.push(`closing ${writer.desiredSize}`); await closing; await writer.closed; console.log(log, writer.desiredSize);
  await writer.write('late').catch((error) => console.log(error.name, error.code, error.message));
  await writer.close().catch((error) => console.log(error.name, error.code, error.message));
  writer.releaseLock(); console.log(w.locked); for (const act of [() => writer.desiredSize]) try { console.log(act()); } catch (error) { console.log(error.name, error.code, error.message); }
  await writer.closed.catch((error) => console.log(error.name, error.code, error.message)); await writer.ready.catch((error) => console.log(error.name, error.code));
  try { w.getWriter(); w.getWriter(); } catch (error) { console.log(error.name, error.code, error.message); }
})();
