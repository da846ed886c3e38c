// Lines with `for await`: what stands between them, and what is left behind a break.
const readline = require('readline');
(async () => {
  const rl = readline.createInterface({ input: process.stdin });
  const lengths = [];
  for await (const line of rl) {
    lengths.push(line.length);
    console.log(JSON.stringify(line));
    if (lengths.length === 4) break;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  console.log(lengths, rl.closed);
  process.stdin.destroy();
  console.log(process.stdin.destroyed);
})();
process.on('exit', () => console.log('exit'));
