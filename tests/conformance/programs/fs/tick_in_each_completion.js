// Each completion drains its ticks and microtasks.
const fs = require('fs');
fs.stat('hello.txt', () => {
  console.log('stat 1');
  process.nextTick(() => console.log('tick 1'));
  Promise.resolve().then(() => {
    console.log('micro 1');
    fs.stat('hello.txt', () => {
      console.log('stat 2');
      setImmediate(() => console.log('immediate 2'));
      queueMicrotask(() => console.log('micro 2'));
    });
  });
});
