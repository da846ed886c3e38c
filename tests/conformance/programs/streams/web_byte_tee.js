// tee() of a byte stream and of a plain one: both branches, cancelling one and both.
(async () => {
  const drain = async (s) => { const all = []; for await (const x of s) all.push(x); return all; };
  const plain = new ReadableStream({ start(c) { for (const x of [1, 2, 3]) c.enqueue(x); c.close(); } });
  const [a, b] = plain.tee(); console.log(plain.locked, await drain(a), await drain(b));
  const object = {}; const [c, d] = new ReadableStream({ start(x) { x.enqueue(object); x.close(); } }).tee(); console.log((await drain(c))[0] === (await drain(d))[0]);
  const bytes = new ReadableStream({ type: 'bytes', start(x) { x.enqueue(new Uint8Array([1, 2])); x.close(); } });
  const [e, f] = bytes.tee(); const [[x], [y]] = [await drain(e), await drain(f)]; console.log(x, y, x.buffer === y.buffer);
  let pulls = 0, cancelled;
  const lazy = new ReadableStream({ pull(x) { x.enqueue(++pulls); }, cancel(reason) { cancelled = reason; console.log('cancel', reason); } }, { highWaterMark: 0 });
  const [g, h] = lazy.tee(); const gr = g.getReader(), hr = h.getReader();
  console.log(await gr.read(), await gr.read(), 'pulls', pulls, await hr.read(), 'pulls', pulls);
  const one = gr.cancel('first reason'); console.log('cancelled?', cancelled); hr.cancel('second reason'); await one; console.log(cancelled);
  const [i, j] = new ReadableStream({ start(x) { x.error(new Error('shared')); } }).tee();
  for (const s of [i, j]) await s.getReader().read().catch((error) => console.log(error.message));
  try { lazy.tee(); } catch (error) { console.log(error.name, error.code, error.message); }
})();
