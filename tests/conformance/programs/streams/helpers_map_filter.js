// Iterator helpers of Readable: map, filter, forEach, toArray, take, drop and their chains.
const { Readable } = require('stream');
const numbers = () => Readable.from([1, 2, 3, 4, 5, 6]);
(async () => {
  console.log(await numbers().map((x) => x * 2).toArray());
  console.log(await numbers().map(async (x) => { await null; return x + 'a'; }).toArray());
  console.log(await numbers().filter((x) => x % 2).toArray());
  console.log(await numbers().filter(async (x) => x > 4).toArray());
  console.log(await numbers().take(2).toArray(), await numbers().take(0).toArray(), await numbers().take(100).toArray());
  console.log(await numbers().drop(4).toArray(), await numbers().drop(100).toArray(), await numbers().drop(2).take(2).toArray());
  const seen = [];
  console.log(await numbers().forEach((x) => { seen.push(x); }), seen);
  console.log(await numbers().map((x) => x - 1).filter(Boolean).drop(1).take(2).map((x) => ({ x })).toArray());
  console.log(await numbers().flatMap((x) => Array(x % 3).fill(x)).toArray());
  console.log(await numbers().flatMap(async function* (x) { yield x; if (x === 2) yield 'two'; }).toArray());
  console.log(await numbers().flatMap((x) => Readable.from([x, -x])).take(5).toArray());
  const mapped = numbers().map((x) => x);
  console.log(mapped.constructor.name, mapped.readableObjectMode, mapped.readableHighWaterMark);
  for (const bad of [() => numbers().map(5), () => numbers().filter(), () => numbers().take(-1), () => numbers().take('x'), () => numbers().drop(NaN), () => numbers().map((x) => x, { concurrency: 0 }), () => numbers().map((x) => x, 5), () => numbers().map((x) => x, { signal: 5 }), () => numbers().flatMap(null)]) {
    try { const s = bad(); console.log('taken', s && s.constructor.name); if (s) await s.toArray(); } catch (error) { console.log(error.name, error.code, error.message); }
  }
})();
