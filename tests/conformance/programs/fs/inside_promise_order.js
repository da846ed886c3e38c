// After awaiting an fs promise we are in a microtask: microtasks before ticks.
const { readFile } = require('fs/promises');
readFile('hello.txt', 'utf8').then((text) => {
  console.log(JSON.stringify(text));
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('micro'));
  setImmediate(() => console.log('immediate'));
});
