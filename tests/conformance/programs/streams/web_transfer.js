// Web streams through structuredClone with transfer: the other end goes on.
(async () => {
  const r = new ReadableStream({ start(c) { c.enqueue('through'); c.enqueue({ object: [1] }); c.close(); } });
  const other = structuredClone(r, { transfer: [r] });
  console.log(r.locked, other instanceof ReadableStream, other.locked);
  for await (const x of other) console.log(x);
  const got = []; const w = new WritableStream({ write(x) { got.push(x); }, close() { got.push('close'); } });
  const ow = structuredClone(w, { transfer: [w] }); const writer = ow.getWriter(); await writer.write('a'); await writer.close(); await new Promise((resolve) => setTimeout(resolve, 30)); console.log(got, w.locked);
  const t = new TransformStream({ transform(x, c) { c.enqueue(x + x); } }); const ot = structuredClone(t, { transfer: [t] });
  const tw = ot.writable.getWriter(); tw.write('q'); tw.close(); for await (const x of ot.readable) console.log(x);
  try { structuredClone(new ReadableStream()); } catch (error) { console.log(error.name, error.code, error.message); }
  const locked = new ReadableStream(); locked.getReader(); try { structuredClone(locked, { transfer: [locked] }); } catch (error) { console.log(error.name, error.code, error.message); }
})();
