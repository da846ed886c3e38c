// Readable.from calls next() when it must, and return() when it is destroyed.
const { Readable } = require('stream');
const source = () => {
  let n = 0;
  return {
    [Symbol.asyncIterator]() { console.log('asyncIterator'); return this; },
    async next() { console.log('next', n); return n < 10 ? { value: n++, done: false } : { value: undefined, done: true }; },
    async return(value) { console.log('return', value); return { value, done: true }; },
    async throw(error) { console.log('throw', error.message); return { value: undefined, done: true }; },
  };
};
(async () => {
  const a = Readable.from(source(), { highWaterMark: 2 });
  console.log('made');
  await new Promise(setImmediate);
  for await (const x of a) { console.log('got', x); if (x === 2) break; }
  console.log('left', a.destroyed);
  const b = Readable.from(source());
  b.once('data', (x) => { console.log('data', x); b.destroy(); });
  b.on('close', () => console.log('close b')).on('end', () => console.log('end b'));
  await new Promise((resolve) => b.on('close', resolve));
  const c = Readable.from(source(), { highWaterMark: 1 });
  c.on('error', (error) => console.log('error c', error.message));
  c.once('data', (x) => { console.log('data', x); c.destroy(new Error('by error')); });
  await new Promise((resolve) => c.on('close', resolve));
  function* g() { try { yield 1; yield 2; yield 3; } finally { console.log('finally of g'); } }
  for await (const x of Readable.from(g())) { console.log(x); break; }
})();
