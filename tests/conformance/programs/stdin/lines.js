// readline over standard input: every line as an event, then the end.
const readline = require('readline');
const rl = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
let number = 0;
rl.on('line', (line) => {
  console.log(++number, JSON.stringify(line));
  if (number === 2) { rl.pause(); setTimeout(() => { console.log('resumed'); rl.resume(); }, 5); }
});
rl.on('pause', () => console.log('pause'));
rl.on('resume', () => console.log('resume'));
rl.on('close', () => console.log('close', number, rl.closed, rl.terminal, rl.line === ''));
process.nextTick(() => console.log('tick'));
process.on('exit', (code) => console.log('exit', code));
