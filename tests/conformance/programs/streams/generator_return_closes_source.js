// A generator that is left within its loop closes what it loops over: as streams' early ends need.
const { Readable } = require('stream');
const source = (name) => ({ n: 0, [Symbol.iterator]() { return this; }, [Symbol.asyncIterator]() { return this; }, next() { return { value: ++this.n, done: this.n > 3 }; }, return(value) { console.log('  return of', name, value); return { value, done: true }; } });
const stream = (name) => Readable.from([1, 2, 3]).on('close', () => console.log('  close of', name));
const wait = () => new Promise(setImmediate);
(async () => {
  const sync = function* (inner) { for (const x of inner) yield x; };
  const asynchronous = async function* (inner) { for await (const x of inner) yield x; };
  const finallies = async function* (inner) { try { for await (const x of inner) yield x; } finally { console.log('  finally'); } };
  for (const x of sync(source('sync'))) { console.log('got', x); break; }
  for await (const x of asynchronous(source('async'))) { console.log('got', x); break; }
  for await (const x of finallies(source('finallies'))) { console.log('got', x); break; }
  for await (const x of asynchronous(stream('stream'))) { console.log('got', x); break; }
  await wait();
  const g = asynchronous(asynchronous(stream('nested')));
  console.log(await g.next(), await g.return('given'), await g.next());
  await wait();
  const yielding = (async function* () { yield* stream('yield*'); })();
  console.log(await yielding.next(), await yielding.return('given'));
  await wait();
  for await (const x of Readable.from(asynchronous(stream('inner')))) { console.log('got', x); break; }
  await wait();
  try { for await (const x of Readable.from([1, 2, 3]).compose(asynchronous)) { console.log('got', x); break; } } catch (error) { console.log(error.name); }
})();
