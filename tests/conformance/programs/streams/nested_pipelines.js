// Pipelines within pipelines, promises awaited within transforms, and a diamond of PassThroughs.
const { pipeline } = require('stream/promises');
const { Readable, Transform, PassThrough, Writable } = require('stream');
(async () => {
  const outer = new Transform({ objectMode: true, async transform(x, e, done) { try { let sum = 0; await pipeline(Readable.from(Array(x).fill(x)), async (source) => { for await (const y of source) sum += y; }); done(null, `${x}:${sum}`); } catch (error) { done(error); } } });
  const got = []; await pipeline(Readable.from([1, 2, 3]), outer, async (source) => { for await (const x of source) got.push(x); }); console.log(got);
  const source = new PassThrough({ objectMode: true }), left = new PassThrough({ objectMode: true }), right = new PassThrough({ objectMode: true }), seen = [];
  const sink = new Writable({ objectMode: true, write(x, e, done) { seen.push(x); done(); } });
  let open = 2; for (const side of [left, right]) { source.pipe(side); side.pipe(sink, { end: false }); side.on('end', () => { if (--open === 0) sink.end(); }); }
  for (const x of [1, 2, 3]) source.write(x); source.end(); await new Promise((resolve) => sink.on('finish', resolve)); console.log(seen.join());
  const inner = async function* (s) { yield* Readable.from(s).map((x) => x + 1); };
  console.log(await pipeline([1, 2], inner, inner, inner, async (s) => { const all = []; for await (const x of s) all.push(x); return all; }));
  const deep = await pipeline([0], ...Array(20).fill(async function* (s) { for await (const x of s) yield x + 1; }), async (s) => { for await (const x of s) return x; }); console.log(deep);
  const chain = Array.from({ length: 15 }, () => new PassThrough()); await pipeline(Readable.from(['through fifteen']), ...chain, async (s) => { for await (const x of s) console.log(String(x)); });
})();
