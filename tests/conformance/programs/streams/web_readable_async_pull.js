// pull() that returns a promise: never two at once; start that waits; rejections.
(async () => {
  let n = 0, running = 0;
  const s = new ReadableStream({ async start() { console.log('start'); await new Promise(setImmediate); console.log('started'); }, async pull(c) { console.log('pull', ++n, 'running', ++running); await new Promise(setImmediate); c.enqueue(n); running--; if (n === 4) c.close(); } }, { highWaterMark: 2 });
  const reader = s.getReader();
  const all = await Promise.all([reader.read(), reader.read(), reader.read()]);
  console.log(all.map((r) => r.value));
  console.log(await reader.read(), await reader.read());
  const failing = new ReadableStream({ async pull() { throw new Error('pull rejects'); } });
  const r2 = failing.getReader();
  await r2.read().catch((error) => console.log('read', error.message));
  await r2.closed.catch((error) => console.log('closed', error.message));
  await r2.read().catch((error) => console.log('again', error.message));
  const r3 = new ReadableStream({ start: () => Promise.reject(new Error('start rejects')) }).getReader();
  await r3.read().catch((error) => console.log(error.message));
  try { new ReadableStream({ start() { throw new Error('start throws'); } }); } catch (error) { console.log(error.message); }
  const r4 = new ReadableStream({ pull() { throw 'a string'; } }).getReader();
  await r4.read().catch((error) => console.log(error));
  const c5 = []; const s5 = new ReadableStream({ start(c) { c5.push(c); } }); const r5 = s5.getReader();
  const waiting = r5.read(); c5[0].enqueue('late'); console.log(await waiting); c5[0].error(new Error('by controller'));
  await r5.read().catch((error) => console.log(error.message));
  for (const act of [() => c5[0].enqueue(1), () => c5[0].close(), () => c5[0].error(1)]) try { act(); console.log('fine'); } catch (error) { console.log(error.name, error.code, error.message); }
  console.log(c5[0].desiredSize);
})();
