// FileHandle and fs.promises write streams and iterables whole.
const fs = require('fs/promises');
const { Readable } = require('stream');
(async () => {
  const show = async (name) => console.log(name, JSON.stringify(await fs.readFile('out', 'utf8')));
  await fs.writeFile('out', Readable.from(['by ', 'a stream'])); await show('stream');
  await fs.writeFile('out', (function* () { yield 'by a '; yield 'generator'; })()); await show('generator');
  await fs.writeFile('out', (async function* () { yield 'async'; yield Buffer.from(' bytes'); })()); await show('async');
  await fs.writeFile('out', ['an ', 'array']); await show('array');
  await fs.appendFile('out', '!'); await show('append');
  await fs.writeFile('out', Readable.from(['é']), 'latin1'); console.log((await fs.readFile('out')).toString('hex'));
  const handle = await fs.open('out', 'w'); await handle.writeFile(Readable.from(['first '])); await handle.writeFile(Readable.from(['second'])); await handle.close(); await show('handle');
  for (const bad of [[1, 2], [{}], 5, null, {}, Readable.from([{}]), (function* () { yield 'ok'; throw new Error('generator fails'); })()]) await fs.writeFile('out', bad).then(() => console.log('taken'), (error) => console.log(error.name, error.code, error.message));
  await show('last');
  const c = new AbortController(); await fs.writeFile('out', (async function* () { yield 'a'; c.abort(); yield 'b'; })(), { signal: c.signal }).catch((error) => console.log(error.name, error.code)); await show('aborted');
})();
