// How many rounds of ticks and microtasks pass in node streams' promises: iteration, pipeline, finished, toArray.
const { Readable, PassThrough, promises } = require('stream');
(async () => {
  let ticks = 0, live = true;
  const tick = () => { ticks++; if (live && ticks < 10000) Promise.resolve().then(() => process.nextTick(tick)); };
  const measure = async (name, act) => { await new Promise(setImmediate); ticks = 0; live = true; tick(); const order = []; Promise.resolve().then(() => order.push('m')); await act(); live = false; console.log(name, ticks, order.join()); };
  await measure('iterate', async () => { for await (const x of Readable.from([1, 2, 3])); });
  await measure('iterate bytes', async () => { for await (const x of Readable.from('abc')); });
  await measure('break', async () => { for await (const x of Readable.from([1, 2, 3])) break; });
  await measure('toArray', () => Readable.from([1, 2, 3]).toArray());
  await measure('map', () => Readable.from([1, 2, 3]).map((x) => x).toArray());
  await measure('pipeline', () => promises.pipeline(Readable.from([1]), new PassThrough({ objectMode: true }), async (s) => { for await (const x of s); }));
  await measure('finished', () => promises.finished(Readable.from([1]).resume()));
  await measure('generators', () => promises.pipeline([1, 2], async function* (s) { yield* s; }, async (s) => { for await (const x of s); }));
  await measure('events', () => new Promise((resolve) => Readable.from([1, 2]).on('data', () => {}).on('close', resolve)));
})();
