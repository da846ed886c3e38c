// Readable.toWeb, fromWeb, Writable.toWeb, fromWeb, Duplex both: content, ends, errors, marks.
const { Readable, Writable, Duplex, PassThrough } = require('stream');
(async () => {
  let web = Readable.toWeb(Readable.from(['a', 'b'])); console.log(web.constructor.name); for await (const x of web) console.log(x);
  web = Readable.toWeb(Readable.from([Buffer.from('bytes')], { objectMode: false })); const { value } = await web.getReader().read(); console.log(value.constructor.name, value);
  const failing = new Readable({ read() { this.destroy(new Error('node side')); } }); await Readable.toWeb(failing).getReader().read().catch((error) => console.log(error.name, error.code, error.message));
  const cancelled = new Readable({ read() {} }); cancelled.on('error', (error) => console.log('error', error.message)).on('close', () => console.log('close')); await Readable.toWeb(cancelled).cancel(new Error('web side')); console.log(cancelled.destroyed);
  let node = Readable.fromWeb(new ReadableStream({ start(c) { c.enqueue('x'); c.enqueue('y'); c.close(); } }), { encoding: 'utf8' }); console.log(node.constructor.name, node.readableObjectMode, node.readableHighWaterMark); for await (const x of node) console.log(x);
  node = Readable.fromWeb(new ReadableStream({ pull(c) { c.error(new Error('web fails')); } }, { highWaterMark: 0 })); try { for await (const x of node); } catch (error) { console.log(error.message); }
  node = Readable.fromWeb(new ReadableStream({ cancel(reason) { console.log('cancel', reason?.message); } })); node.on('error', (error) => console.log('error', error.message)).destroy(new Error('by node')); await new Promise(setImmediate);
  const got = []; const w = Writable.toWeb(new Writable({ highWaterMark: 3, write(c, e, done) { got.push(String(c)); setImmediate(done); } })).getWriter(); console.log(w.desiredSize); w.write('one'); console.log(w.desiredSize); await w.ready; await w.write('two'); await w.close(); console.log(got);
  const chunks = []; const nw = Writable.fromWeb(new WritableStream({ write(x) { chunks.push(x); }, close() { chunks.push('close'); } })); nw.write('s'); nw.write(Buffer.from('b')); await new Promise((resolve) => nw.end('end', resolve)); console.log(chunks);
  const bad = Writable.fromWeb(new WritableStream({ write() { throw new Error('sink fails'); } })); bad.on('error', (error) => console.log('error', error.message)); bad.write('x', (error) => console.log('callback', error?.message)); await new Promise((resolve) => bad.on('close', resolve));
  const pair = Duplex.toWeb(new PassThrough()); console.log(Object.keys(pair)); const pw = pair.writable.getWriter(); pw.write(new Uint8Array([1, 2])); pw.close(); for await (const x of pair.readable) console.log(x);
  const d = Duplex.fromWeb(new TransformStream({ transform(x, c) { c.enqueue(String(x).toUpperCase()); } }), { encoding: 'utf8', decodeStrings: false }); d.end('up'); for await (const x of d) console.log(x);
  for (const act of [() => Readable.toWeb(5), () => Readable.fromWeb(5), () => Writable.toWeb({}), () => Duplex.fromWeb({}), () => Readable.fromWeb(new ReadableStream(), 5)]) try { act(); console.log('taken'); } catch (error) { console.log(error.name, error.code, error.message); }
})();
