// map with concurrency: how many run at once, results in order, signal on failure.
const { Readable } = require('stream');
(async () => {
  for (const options of [undefined, { concurrency: 1 }, { concurrency: 2 }, { concurrency: 3, highWaterMark: 1 }, { concurrency: 10 }]) {
    let running = 0, most = 0;
    const log = [];
    const result = await Readable.from([5, 4, 3, 2, 1]).map(async (x, { signal }) => {
      most = Math.max(most, ++running);
      log.push(`+${x}`);
      for (let i = 0; i < x; i++) await new Promise(setImmediate);
      log.push(`-${x}`);
      running--;
      return x + (signal instanceof AbortSignal ? 's' : '?');
    }, options).toArray();
    console.log(options, most, result.join(), log.join(' '));
  }
  const aborted = [];
  try {
    await Readable.from([1, 2, 3]).map(async (x, { signal }) => {
      if (x === 2) throw new Error('second fails');
      signal.addEventListener('abort', () => aborted.push(x));
      await new Promise((resolve) => setTimeout(resolve, 20));
      return x;
    }, { concurrency: 3 }).toArray();
  } catch (error) { console.log(error.message, aborted); }
  const seen = [];
  await Readable.from([3, 2, 1]).forEach(async (x) => { for (let i = 0; i < x; i++) await new Promise(setImmediate); seen.push(x); }, { concurrency: 3 });
  console.log(seen);
  const filtered = await Readable.from([3, 2, 1]).filter(async (x) => { for (let i = 0; i < x; i++) await new Promise(setImmediate); return x !== 2; }, { concurrency: 3 }).toArray();
  console.log(filtered);
  const controller = new AbortController();
  const running = Readable.from([1, 2, 3]).map(async (x) => { if (x === 2) controller.abort(); return x; }, { signal: controller.signal }).toArray();
  await running.then((x) => console.log(x), (error) => console.log(error.name, error.code));
})();
