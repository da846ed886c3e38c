// reduce, some, every, find: results, errors, early ends.
const { Readable } = require('stream');
const numbers = () => { const r = Readable.from([1, 2, 3, 4]); r.on('close', () => console.log('  close')); return r; };
(async () => {
  console.log(await numbers().reduce((sum, x) => sum + x));
  console.log(await numbers().reduce((sum, x) => sum + x, 'start'));
  console.log(await numbers().reduce(async (sum, x) => sum * x, 2));
  console.log(await Readable.from([]).reduce((a, b) => a + b, 'initial'));
  await Readable.from([]).reduce((a, b) => a + b).catch((error) => console.log(error.name, error.code, error.message));
  await numbers().reduce(() => { throw new Error('in the reducer'); }).catch((error) => console.log(error.message));
  await numbers().reduce(5).catch((error) => console.log(error.code, error.message));
  const calls = [];
  console.log(await numbers().some((x) => { calls.push(x); return x > 1; }), calls);
  console.log(await numbers().every((x) => x > 0), await numbers().every(async (x) => x < 3));
  console.log(await numbers().find((x) => x > 2), await numbers().find(async (x) => x > 20));
  console.log(await Readable.from([]).some(() => true), await Readable.from([]).every(() => false), await Readable.from([]).find(() => true));
  await numbers().find(() => { throw new Error('in find'); }).catch((error) => console.log(error.message));
  await numbers().forEach((x) => { if (x === 2) throw new Error('in forEach'); }).catch((error) => console.log(error.message));
  const helped = numbers().map((x) => { if (x === 3) throw new Error('in map'); return x; });
  helped.on('error', (error) => console.log('error event', error.message));
  try { for await (const x of helped) console.log('got', x); } catch (error) { console.log('caught', error.message); }
  await Readable.from([1]).toArray({ signal: AbortSignal.abort() }).catch((error) => console.log(error.name, error.code));
  const broken = new Readable({ read() { this.destroy(new Error('source')); } });
  await broken.toArray().catch((error) => console.log('toArray', error.message));
})();
