// for await over readline, with break, with an error of the input, and with once(); question over streams.
const readline = require('readline');
const { Readable, PassThrough, Writable } = require('stream');
const { once } = require('events');
(async () => {
  const source = Readable.from(['a\nb\nc\n']);
  let rl = readline.createInterface({ input: source });
  for await (const line of rl) { console.log(line); if (line === 'b') break; }
  console.log('left', source.destroyed, rl.closed);
  rl = readline.createInterface({ input: Readable.from((async function* () { yield 'x\n'; await new Promise(setImmediate); yield 'y\n'; })()) });
  const [first] = await once(rl, 'line'); console.log('once', first);
  rl.on('line', (line) => console.log('rest', line)); await once(rl, 'close');
  const failing = new Readable({ read() { this.push('z\n'); this.destroy(new Error('input fails')); } });
  failing.on('error', (error) => console.log('error', error.message));
  rl = readline.createInterface({ input: failing });
  try { for await (const line of rl) console.log('got', line); console.log('no error'); } catch (error) { console.log('caught', error.message); }
  const input = new PassThrough(), said = [];
  const output = new Writable({ write(c, e, done) { said.push(String(c)); done(); } });
  const promises = require('readline/promises').createInterface({ input, output });
  const answers = (async () => [await promises.question('name? '), await promises.question('age? ')])();
  input.write('Ada\n'); setTimeout(() => input.write('36\n'), 20);
  console.log(await answers, said);
  const cancelled = promises.question('never? ', { signal: AbortSignal.timeout(10) });
  await cancelled.catch((error) => console.log(error.name, error.code));
  promises.close();
  console.log(said);
})();
