// Readable.from of all kinds of sources.
const { Readable } = require('stream');
(async () => {
  const show = async (name, source, options) => {
    try {
      const r = Readable.from(source, options);
      const all = [];
      console.log(name, r.readableObjectMode, r.readableHighWaterMark);
      for await (const chunk of r) all.push(chunk);
      console.log(name, all, r.destroyed);
    } catch (error) { console.log(name, error.name, error.code, error.message); }
  };
  await show('array', [1, 'two', { three: 3 }, [4]]);
  await show('string', 'a whole string');
  await show('buffer', Buffer.from('bytes'));
  await show('typed', new Uint8Array([1, 2, 3]));
  await show('generator', (function* () { yield 1; yield 2; return 3; })());
  await show('async generator', (async function* () { yield 'a'; await null; yield 'b'; })());
  await show('set', new Set([1, 1, 2]));
  await show('map', new Map([['k', 'v']]));
  await show('promises', [Promise.resolve(1), Promise.resolve(2)]);
  await show('bytes mode', ['ab', 'cd'], { objectMode: false, highWaterMark: 3 });
  await show('bytes mode number', ['ab', 5], { objectMode: false });
  await show('null in it', [1, null, 2]);
  await show('undefined in it', [1, undefined, 2]);
  await show('number', 5);
  await show('null', null);
  await show('object', {});
  await show('function', async function* () { yield 1; });
  await show('iterator only', { next() { return { done: true }; } });
  await show('throws', (function* () { yield 1; throw new Error('in the generator'); })());
  await show('rejects', [1, Promise.reject(new Error('rejected'))]);
  await show('stream', Readable.from([1, 2]));
})();
