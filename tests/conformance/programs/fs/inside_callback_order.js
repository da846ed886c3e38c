// In an fs callback: tick, microtask, immediate, then timeout. Always.
const fs = require('fs');
fs.readFile(__filename, () => {
  console.log('readFile');
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));
  Promise.resolve().then(() => console.log('promise'));
  process.nextTick(() => console.log('tick'));
});
