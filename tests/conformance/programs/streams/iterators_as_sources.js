// Iterator helpers, sets, maps, typed arrays and strings as sources of streams.
const { Readable } = require('stream');
const all = async (source) => console.log(await Readable.from(source).toArray());
(async () => {
  await all([1, 2, 3].values()); await all(new Map([[1, 2]]).keys()); await all(new Uint8Array([1, 2])); await all('héllo'[Symbol.iterator]()); await all('aXbX'.matchAll(/X/g).map ? 'aXbX'.matchAll(/X/g).map((m) => m.index) : ['no helpers']);
  if (globalThis.Iterator) {
    function* naturals() { try { for (let n = 0; ; n++) yield n; } finally { console.log('  closed'); } }
    await all(naturals().take(3)); await all(naturals().drop(2).filter((x) => x % 2).map((x) => x * x).take(2)); await all(naturals().flatMap((x) => [x, x]).take(3));
    await all(Iterator.from({ next() { return { done: (this.n = (this.n ?? 0) + 1) > 2, value: this.n }; } }));
    for await (const x of Readable.from(naturals().map((x) => x + 'm'))) { console.log(x); if (x === '1m') break; }
  }
  await all((async function* () { yield* [Promise.resolve('awaited'), 'plain']; })());
})();
