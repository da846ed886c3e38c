// finished, pipeline and isReadable of node's stream module on web streams; addAbortSignal on a writable.
const { finished, addAbortSignal, isReadable, isWritable, isErrored } = require('stream');
const promises = require('stream/promises');
(async () => {
  const r = new ReadableStream({ start(c) { c.enqueue(1); c.close(); } });
  finished(r, (error) => console.log('finished r', error)); for await (const x of r) console.log(x);
  const w = new WritableStream(); finished(w, (error) => console.log('finished w', error)); await w.close();
  let control; const e = new ReadableStream({ start(c) { control = c; } }); finished(e, (error) => console.log('finished e', error.message)); control.error(new Error('web error')); await new Promise((resolve) => setTimeout(resolve, 20)); console.log(isErrored(e), isReadable(e));
  await promises.finished(new ReadableStream({ start(c) { c.close(); } })).then(() => console.log('closed already'));
  await promises.pipeline(new ReadableStream({ start(c) { c.enqueue('a'); c.enqueue('b'); c.close(); } }), new TransformStream({ transform(x, c) { c.enqueue(x + x); } }), new WritableStream({ write(x) { console.log('sink', x); } })); 
  await promises.pipeline(new ReadableStream({ start(c) { c.enqueue('a'); } , pull(c) { c.error(new Error('in the source')); } }, { highWaterMark: 0 }), new WritableStream({ write(x) { console.log('sink', x); }, abort(reason) { console.log('abort', reason?.message); } })).catch((error) => console.log('pipeline', error.message));
  const c = new AbortController(); const s = addAbortSignal(c.signal, new WritableStream({ abort(reason) { console.log('aborted', reason?.name); } })); c.abort(); await new Promise((resolve) => setTimeout(resolve, 20)); console.log(isWritable(s));
})();
