// pipeline of functions, generators and async generators; the value of the last one.
const { pipeline } = require('stream');
const promises = require('stream/promises');
const { Readable } = require('stream');
(async () => {
  console.log(await promises.pipeline(['a', 'b', 'c'], async function* (source) { for await (const x of source) yield x + x; }, async (source) => { let all = ''; for await (const x of source) all += x; return all; }));
  console.log(await promises.pipeline(async function* () { yield 1; yield 2; }, async function* (source, options) { console.log('options', Object.keys(options ?? {}), options?.signal?.constructor.name); for await (const x of source) yield x * 2; }, async (source) => { const all = []; for await (const x of source) all.push(x); return all; }));
  console.log(await promises.pipeline(function* () { yield 'sync'; yield ' generator'; }, async function (source) { let all = ''; for await (const x of source) all += x; return all; }));
  console.log(await promises.pipeline(() => Readable.from(['from ', 'a function']), async (source) => { let all = ''; for await (const x of source) all += x; return all; }));
  console.log(await promises.pipeline('a string', async (source) => { const all = []; for await (const x of source) all.push(x); return all; }));
  console.log(await promises.pipeline(new Set([1, 2]), async (source) => { let sum = 0; for await (const x of source) sum += x; return sum; }));
  pipeline(['x'], async function* (s) { yield* s; }, async (s) => { for await (const x of s) console.log('x is', x); return 'value'; }, (error, value) => console.log('callback', error, value));
  for (const bad of [async () => {}, () => 5, function () { return undefined; }]) await promises.pipeline([1], bad, async (source) => { for await (const x of source); }).then(() => console.log('fine'), (error) => console.log(error.code, error.message));
  const duplex = pipeline(['q'], async function* (s) { for await (const x of s) yield x + '!'; }, (error) => console.log('duplex callback', error));
  console.log(duplex.constructor.name, duplex.readable, duplex.writable);
  for await (const x of duplex) console.log('read', x);
})();
