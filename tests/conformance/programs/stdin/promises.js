// readline/promises: questions are awaited; one without an answer ends with the input.
const readline = require('readline/promises');
(async () => {
  const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
  rl.on('close', () => console.log('close'));
  const name = await rl.question('Name? ');
  console.log(`Hello ${name}`);
  const answers = [];
  for (const text of ['Age? ', 'Sure? ']) answers.push(await rl.question(text));
  console.log(answers);
  const stopped = new AbortController();
  stopped.abort();
  try { await rl.question('Stopped? ', { signal: stopped.signal }); } catch (error) { console.log(error.name, error.code, error.message); }
  rl.close();
  try { await rl.question('Closed? '); } catch (error) { console.log(error.name, error.code, error.message); }
})();
process.on('exit', (code) => console.log('exit', code));
