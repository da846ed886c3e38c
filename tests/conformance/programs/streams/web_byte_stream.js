// A byte stream with a BYOB reader: views of kinds, respond, respondWithNewView, autoAllocateChunkSize.
(async () => {
  let n = 0;
  const s = new ReadableStream({ type: 'bytes', pull(c) {
    const request = c.byobRequest;
    console.log('pull', ++n, request && [request.view.constructor.name, request.view.byteLength, request.view.byteOffset], c.desiredSize);
    if (n === 1) { request.view[0] = 1; request.view[1] = 2; request.respond(2); }
    else if (n === 2) c.enqueue(new Uint8Array([3, 4, 5, 6, 7, 8]));
    else { c.close(); request?.respond(0); }
  } });
  const reader = s.getReader({ mode: 'byob' });
  const buffer = new ArrayBuffer(4);
  const one = await reader.read(new Uint8Array(buffer)); console.log(one, buffer.byteLength, one.value.buffer.byteLength);
  console.log(await reader.read(new Uint8Array(4)));
  console.log(await reader.read(new DataView(new ArrayBuffer(8), 2, 4)));
  console.log(await reader.read(new Uint8Array(4)), await reader.read(new Uint8Array(2)));
  await reader.closed; reader.releaseLock(); console.log(s.locked);
  const auto = new ReadableStream({ type: 'bytes', autoAllocateChunkSize: 8, pull(c) { const v = c.byobRequest.view; console.log('auto', v.byteLength); v[0] = 9; c.byobRequest.respond(1); c.close(); } });
  const plain = auto.getReader(); console.log(await plain.read(), await plain.read());
  const wide = new ReadableStream({ type: 'bytes', start(c) { c.enqueue(new Uint8Array([1, 2, 3])); c.enqueue(new Uint8Array([4])); c.close(); } });
  const w = wide.getReader({ mode: 'byob' }); console.log(await w.read(new Uint16Array(2)), await w.read(new Uint16Array(2)));
  const fresh = new ReadableStream({ type: 'bytes', pull(c) { const { buffer, byteOffset } = c.byobRequest.view; const view = new Uint8Array(buffer.transfer ? buffer.transfer() : structuredClone(buffer, { transfer: [buffer] }), byteOffset, 3); view.fill(7); c.byobRequest.respondWithNewView(view); } });
  console.log(await fresh.getReader({ mode: 'byob' }).read(new Uint8Array(5)));
  const f = new ReadableStream({ type: 'bytes' }).getReader({ mode: 'byob' });
  for (const bad of [undefined, new Uint8Array(0), 5, new ArrayBuffer(2)]) await f.read(bad).then(console.log, (error) => console.log(error.name, error.code, error.message));
  try { new ReadableStream().getReader({ mode: 'byob' }); } catch (error) { console.log(error.name, error.code, error.message); }
  for (const bad of [{ type: 'bytes', autoAllocateChunkSize: 0 }, { type: 'other' }, 5]) try { new ReadableStream(bad); console.log('taken'); } catch (error) { console.log(error.name, error.code, error.message); }
  const detached = new Uint8Array(2); structuredClone(detached.buffer, { transfer: [detached.buffer] }); await f.read(detached).catch((error) => console.log(error.name, error.code, error.message));
  const min = new ReadableStream({ type: 'bytes', start(c) { c.enqueue(new Uint8Array([1])); setTimeout(() => { c.enqueue(new Uint8Array([2, 3])); c.close(); }, 20); } }).getReader({ mode: 'byob' });
  console.log(await min.read(new Uint8Array(4), { min: 3 }));
})();
