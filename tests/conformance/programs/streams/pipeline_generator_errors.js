// Generators that throw in a pipeline: at the start, in the middle, at the end; finally runs.
const { pipeline } = require('stream/promises');
const { Readable } = require('stream');
const numbers = async function* () { try { yield 1; yield 2; yield 3; } finally { console.log('  numbers finally'); } };
const pass = (name, failAt) => async function* (source) { try { for await (const x of source) { if (x === failAt) throw new Error(`${name} at ${x}`); yield x; } } catch (error) { console.log(' ', name, 'caught', error.code ?? error.message); throw error; } finally { console.log(' ', name, 'finally'); } };
const sink = (failAt) => async (source) => { let n = 0; try { for await (const x of source) { if (x === failAt) throw new Error(`sink at ${x}`); n++; } return n; } finally { console.log('  sink finally', n); } };
(async () => {
  const run = async (name, ...parts) => { console.log(name); try { console.log(name, 'gives', await pipeline(...parts)); } catch (error) { console.log(name, 'rejects', error.code, error.message); } };
  await run('fine', numbers, pass('a'), pass('b'), sink());
  await run('a fails', numbers, pass('a', 2), pass('b'), sink());
  await run('b fails', numbers, pass('a'), pass('b', 2), sink());
  await run('sink fails', numbers, pass('a'), pass('b'), sink(2));
  await run('source fails', async function* () { yield 1; throw new Error('source'); }, pass('a'), sink());
  await run('sink leaves early', numbers, pass('a'), async (source) => { for await (const x of source) return `first ${x}`; });
  await run('sink takes nothing', numbers, pass('a'), async () => 'nothing');
  const r = Readable.from([1, 2, 3]);
  await run('stream source, sink fails', r, sink(1));
  console.log(r.destroyed, r.errored?.message);
})();
