// console.log of web streams, their readers, writers and controllers; names, tags, prototypes.
(async () => {
  let controllers = [];
  const r = new ReadableStream({ start(c) { controllers.push(c); c.enqueue(1); } }), b = new ReadableStream({ type: 'bytes', start(c) { controllers.push(c); } }), w = new WritableStream({ start(c) { controllers.push(c); } }), t = new TransformStream({ start(c) { controllers.push(c); } });
  console.log(r, b, w, t);
  console.log(r.getReader(), b.getReader({ mode: 'byob' }), w.getWriter());
  console.log(controllers);
  console.log([r, b, w, t, ...controllers].map((x) => Object.prototype.toString.call(x)).join());
  for (const Class of [ReadableStream, WritableStream, TransformStream, ReadableStreamDefaultReader, ReadableStreamBYOBReader, WritableStreamDefaultWriter, ReadableStreamDefaultController, ReadableByteStreamController, ReadableStreamBYOBRequest, WritableStreamDefaultController, TransformStreamDefaultController]) { console.log(Class.name, Class.length, Object.getOwnPropertyNames(Class.prototype).sort().join(), Object.keys(Class.prototype).length); try { new Class(); console.log('made'); } catch (error) { console.log(error.name, error.code, error.message); } }
  for (const [proto, get] of [[ReadableStream.prototype, 'locked'], [WritableStream.prototype, 'locked'], [TransformStream.prototype, 'readable']]) try { console.log(Reflect.get(proto, get, {})); } catch (error) { console.log(error.name, error.code, error.message); }
  await ReadableStream.prototype.cancel.call({}).catch((error) => console.log(error.name, error.code, error.message));
  console.log(structuredClone.length, require('util').types.isProxy(r));
})();
