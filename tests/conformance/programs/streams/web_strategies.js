// Queuing strategies: sizes by function, ByteLength, Count; bad sizes and marks.
(async () => {
  const sizes = [];
  const s = new ReadableStream({ start(c) { for (const x of ['a', 'bbb', 'cc']) { c.enqueue(x); sizes.push(c.desiredSize); } } }, { highWaterMark: 5, size(chunk) { return chunk.length; } });
  console.log(sizes); const reader = s.getReader(); await reader.read();
  const b = new ByteLengthQueuingStrategy({ highWaterMark: 10 }), c = new CountQueuingStrategy({ highWaterMark: 2 });
  console.log(b.highWaterMark, b.size(new Uint8Array(7)), c.highWaterMark, c.size('anything'), b.size === new ByteLengthQueuingStrategy({ highWaterMark: 1 }).size, b.size.name, b.size.length, c.size.length, b, c);
  for (const [name, strategy, chunk] of [['negative', { size: () => -1 }], ['NaN', { size: () => NaN }], ['infinite', { size: () => Infinity }], ['throws', { size() { throw new Error('size throws'); } }], ['string', { size: () => '2' }]]) {
    const r = new ReadableStream({ start(controller) { try { controller.enqueue('x'); console.log(name, 'enqueued', controller.desiredSize); } catch (error) { console.log(name, error.name, error.code, error.message); } } }, strategy).getReader();
    await r.read().then((x) => console.log(x), (error) => console.log('  read', error.name, error.message));
  }
  for (const bad of [{ highWaterMark: -1 }, { highWaterMark: NaN }, { highWaterMark: 'x' }, { size: 5 }, 5, null]) try { new ReadableStream({}, bad); console.log('taken', bad); } catch (error) { console.log(bad, error.name, error.code, error.message); }
  for (const bad of [[], [{}], [5], [{ highWaterMark: 'x' }]]) try { console.log(new CountQueuingStrategy(...bad).highWaterMark); } catch (error) { console.log(error.name, error.code, error.message); }
  const w = new WritableStream({}, { highWaterMark: 3, size: (x) => x.length }).getWriter();
  console.log(w.desiredSize); w.write('ab'); console.log(w.desiredSize); w.write('cd'); console.log(w.desiredSize);
})();
