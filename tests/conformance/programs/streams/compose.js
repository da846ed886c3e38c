// compose(): streams and functions as one Duplex; stream.compose and readable.compose.
const stream = require('stream');
const { Readable, Transform, Writable, PassThrough } = stream;
const upper = () => new Transform({ transform(c, e, done) { done(null, String(c).toUpperCase()); } });
(async () => {
  const d = stream.compose(upper(), async function* (source) { for await (const c of source) yield `<${c}>`; });
  console.log(d.constructor.name, d.readable, d.writable, d.readableObjectMode, d.writableObjectMode);
  d.end('abc');
  for await (const x of d) console.log('one', String(x));
  if (Readable.prototype.compose) {
    console.log(await Readable.from(['a', 'b']).compose(async function* (source) { for await (const x of source) yield x + x; }).toArray());
    const words = Readable.from(['one two', 'three']).compose(async function* (source) { for await (const line of source) yield* line.split(' '); });
    console.log(await words.map((word) => word.length).toArray());
  }
  const onlyRead = stream.compose(Readable.from(['x', 'y']), new PassThrough({ objectMode: true }));
  console.log(onlyRead.readable, onlyRead.writable, await onlyRead.toArray());
  let all = '';
  const onlyWrite = stream.compose(upper(), new Writable({ write(c, e, done) { all += c; done(); } }));
  console.log(onlyWrite.readable, onlyWrite.writable);
  onlyWrite.end('written'); await new Promise((resolve) => onlyWrite.on('finish', resolve)); console.log(all);
  const value = stream.compose(async (source) => { let text = ''; for await (const c of source) text += c; console.log('sink got', text); });
  value.end('text'); await new Promise((resolve) => value.on('finish', resolve));
  const failing = stream.compose(upper(), async function* (source) { for await (const c of source) throw new Error(`no ${c}`); });
  failing.on('error', (error) => console.log('error', error.message)).on('close', () => console.log('close'));
  failing.write('q'); failing.resume(); await new Promise((resolve) => failing.on('close', resolve));
  for (const args of [[], [5], [upper(), 5], [new Writable(), upper()], [upper(), Readable.from([1])]]) try { const c = stream.compose(...args); console.log('taken', c.constructor.name); } catch (error) { console.log(error.name, error.code, error.message); }
})();
