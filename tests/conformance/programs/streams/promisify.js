// util.promisify of pipeline, finished, and of a write.
const util = require('util');
const { pipeline, finished, Readable, Writable } = require('stream');
(async () => {
  const w = new Writable({ write(c, e, done) { setImmediate(done, c[0] === 98 ? new Error('no b') : null); } });
  w.on('error', (error) => console.log('error', error.message));
  console.log(await util.promisify(pipeline)(Readable.from(['a']), async function* (s) { yield* s; }, async (s) => { for await (const x of s) return x; }));
  const r = Readable.from([1]); r.resume(); console.log(await util.promisify(finished)(r));
  const write = util.promisify(w.write).bind(w);
  console.log(await write('a')); await write('b').catch((error) => console.log('rejected', error.message)); await write('c').catch((error) => console.log('rejected', error.message));
  console.log(util.promisify(pipeline).name, util.promisify(finished) === require('stream').promises.finished);
  console.log(util.callbackify(async () => 'x').length, util.types.isAsyncFunction(pipeline), util.types.isAsyncFunction(require('stream').promises.pipeline));
})();
