// Duplex.from: of functions, iterables, promises, pairs, web streams.
const { Duplex, Readable, Writable, PassThrough, pipeline } = require('stream');
(async () => {
  const all = async (d) => { const list = []; for await (const x of d) list.push(x); return list; };
  const show = (name, d) => console.log(name, d.constructor.name, d.readable, d.writable, d.readableObjectMode, d.writableObjectMode);
  let d = Duplex.from(['a', 'b']); show('array', d); console.log(await all(d));
  d = Duplex.from('text'); show('string', d); console.log((await all(d)).map(String));
  d = Duplex.from(Buffer.from('bytes')); show('buffer', d); console.log((await all(d)).map(String));
  d = Duplex.from(async function* (source) { for await (const x of source) yield String(x).toUpperCase(); }); show('async generator function', d); d.end('up'); console.log(await all(d));
  d = Duplex.from((async function* () { yield 1; yield 2; })()); show('async generator', d); console.log(await all(d));
  d = Duplex.from(async (source) => { for await (const x of source) console.log('sink', String(x)); }); show('async function', d); d.end('down'); await new Promise((resolve) => d.on('finish', resolve));
  d = Duplex.from(Promise.resolve('later')); show('promise', d); console.log((await all(d)).map(String));
  d = Duplex.from({ readable: Readable.from([1, 2]), writable: new Writable({ objectMode: true, write(x, e, done) { console.log('wrote', x); done(); } }) }); show('pair', d); d.end('w'); console.log(await all(d));
  d = Duplex.from({ readable: Readable.from([3]) }); show('half pair', d); console.log(await all(d));
  d = Duplex.from(new PassThrough()); show('duplex', d);
  d = Duplex.from(Readable.from([1])); show('readable', d); console.log(await all(d));
  d = Duplex.from(new Writable({ write(x, e, done) { console.log('into writable', String(x)); done(); } })); show('writable', d); d.end('z'); await new Promise((resolve) => d.on('finish', resolve));
  d = Duplex.from(new Blob(['blob'])); show('blob', d); console.log((await all(d)).map((x) => Buffer.from(x).toString()));
  for (const bad of [5, null, {}, () => 5, function* () { yield 1; }]) { try { d = Duplex.from(bad); show('taken', d); d.on('error', (error) => console.log('error', error.code, error.message)); d.end?.(); await new Promise(setImmediate); } catch (error) { console.log(error.name, error.code, error.message); } }
  d = Duplex.from(Promise.reject(new Error('rejected'))); d.on('error', (error) => console.log('error', error.message)).on('close', () => console.log('close')).resume();
})();
