// Array.fromAsync over streams of both kinds, where it is there.
const { Readable } = require('stream');
console.log(typeof Array.fromAsync);
if (Array.fromAsync) (async () => {
  console.log(await Array.fromAsync(Readable.from([1, 2, 3])));
  console.log(await Array.fromAsync(new ReadableStream({ start(c) { c.enqueue('web'); c.close(); } }), async (x, i) => x + i));
  console.log(await Array.fromAsync([Promise.resolve(1), 2]), await Array.fromAsync({ length: 2, 0: 'a', 1: 'b' }));
  const r = Readable.from([1, 2, 3]);
  await Array.fromAsync(r, () => { throw new Error('in the mapper'); }).catch((error) => console.log(error.message, r.destroyed));
})();
