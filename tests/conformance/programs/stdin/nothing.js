// Standard input with nothing to read is at its end at once.
const fs = require('fs');
const readline = require('readline');
console.log(JSON.stringify(fs.readFileSync(0, 'utf8')), process.stdin.constructor.name);
const rl = readline.createInterface({ input: process.stdin });
rl.on('line', (line) => console.log('line', line));
rl.on('close', () => console.log('close'));
rl.question('Anyone? ', (answer) => console.log('answered', answer));
process.stdin.on('end', () => console.log('end'));
(async () => {
  for await (const line of readline.createInterface({ input: fs.createReadStream('/dev/null') })) console.log(line);
  console.log('no lines');
})();
setTimeout(() => console.log('timeout'), 300);
