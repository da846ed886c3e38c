// cancel(): by the stream and by a reader; what it gives; reads that wait; releaseLock with reads waiting.
(async () => {
  const make = (cancel) => new ReadableStream({ start(c) { c.enqueue('kept'); }, cancel });
  console.log(await make((reason) => { console.log('cancel', reason); return 'ignored'; }).cancel('why'));
  await make(() => { throw new Error('cancel throws'); }).cancel().catch((error) => console.log(error.message));
  const s = make(); const r = s.getReader(); await s.cancel().catch((error) => console.log(error.name, error.code, error.message));
  console.log(await r.cancel(), await r.read(), await r.closed);
  const w = new ReadableStream(); const wr = w.getReader(); const pending = wr.read(); wr.cancel('x'); console.log(await pending);
  const l = new ReadableStream(); const lr = l.getReader(); const waits = lr.read(); try { lr.releaseLock(); console.log('released', l.locked); } catch (error) { console.log(error.name, error.code, error.message); }
  await Promise.race([waits, new Promise((resolve) => setTimeout(resolve, 20, 'nothing'))]).then(console.log, (error) => console.log(error.name, error.code, error.message));
  await Promise.race([lr.closed, new Promise((resolve) => setTimeout(resolve, 20, 'nothing'))]).then(console.log, (error) => console.log(error.name, error.code, error.message));
  await Promise.race([lr.read(), new Promise((resolve) => setTimeout(resolve, 20, 'nothing'))]).then(console.log, (error) => console.log(error.name, error.code, error.message));
  const c = new ReadableStream({ start(x) { x.close(); } }); console.log(await c.cancel('late'), await c.getReader().closed);
  const e = new ReadableStream({ start(x) { x.error(new Error('broken')); } }); await e.cancel().catch((error) => console.log(error.message));
})();
