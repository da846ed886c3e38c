// One question after another, with answers that are already there.
const readline = require('readline');
const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
console.log(rl.terminal, rl.getPrompt());
rl.question('Name? ', (name) => {
  console.log(`[${name}]`);
  rl.question('Age? ', (age) => {
    console.log(`[${age}]`, Number(age) + 1);
    const controller = new AbortController();
    rl.question('Sure? ', { signal: controller.signal }, (sure) => {
      console.log(`[${sure}]`);
      rl.setPrompt('> ');
      rl.prompt();
      rl.close();
    });
  });
});
rl.on('close', () => {
  console.log('closed');
  try { rl.question('again?', () => {}); } catch (error) { console.log(error.code, error.message); }
});
