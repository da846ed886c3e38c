// How many microtasks a read, a write, a pipeTo and an iteration take: against a counter of microtasks.
(async () => {
  let ticks = 0, live = true;
  (async () => { while (live && ticks < 5000) { await null; ticks++; } })();
  const note = (name) => console.log(name, ticks);
  const measure = async (name, act) => { const before = ticks; await act(); console.log(name, ticks - before); };
  const full = () => new ReadableStream({ start(c) { c.enqueue(1); c.enqueue(2); c.close(); } });
  const s = full(); await null; const r = s.getReader();
  await measure('read queued', () => r.read()); await measure('read last', () => r.read()); await measure('read closed', () => r.read()); await measure('closed', () => r.closed);
  await measure('read by pull', () => new ReadableStream({ pull(c) { c.enqueue(1); } }, { highWaterMark: 0 }).getReader().read());
  await measure('iterate', async () => { for await (const x of full()); });
  await measure('break', async () => { for await (const x of full()) break; });
  const w = new WritableStream().getWriter(); await measure('write', () => w.write(1)); await measure('ready', () => w.ready); await measure('close', () => w.close());
  await measure('pipeTo', () => full().pipeTo(new WritableStream()));
  await measure('pipeThrough', async () => { for await (const x of full().pipeThrough(new TransformStream())); });
  await measure('cancel', () => full().cancel()); await measure('abort', () => new WritableStream().abort());
  live = false;
})();
