// Texts that are compiled where somebody awaits: `new Function` is itself, and `eval` too.
const inside = async () => {
  await null;
  console.log(new Function('return 1 + 1')(), (0, eval)('1 + 2'), eval('1 + 3'));
  for (const compile of [() => new Function('}'), () => (0, eval)('return 1'), () => eval('return 1'), () => new Function('a b', '')]) {
    try { compile(); console.log('no error'); } catch (error) { console.log(error.name, error.message); }
  }
};
const outside = async () => { await inside(); };
outside().then(() => console.log('done'));
