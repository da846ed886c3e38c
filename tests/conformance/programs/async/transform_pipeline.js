// pipeline with a transform generator and an error.
const { pipeline } = require('stream/promises');
const { Readable } = require('stream');
(async () => {
  await pipeline(Readable.from(['a', 'b']), async function* (source) { for await (const c of source) yield c.toUpperCase(); }, async (source) => { for await (const c of source) console.log(c); });
  try { await pipeline(Readable.from([1]), async function* () { throw new Error('in the middle'); }, async (s) => { for await (const _ of s); }); } catch (e) { console.log(e.message); }
})();
