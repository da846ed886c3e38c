// await in sequence: each sees the last one's result.
const fs = require('fs/promises');
(async () => {
  await fs.writeFile('s.txt', 'abc');
  await fs.appendFile('s.txt', 'def');
  console.log(await fs.readFile('s.txt', 'utf8'));
  const { size } = await fs.stat('s.txt');
  console.log(size);
  await fs.rm('s.txt');
  try { await fs.stat('s.txt'); } catch (error) { console.log(error.code, error.message); }
})().then(() => console.log('done'));
console.log('sync end');
