// In the pool's callback: tick, microtask, immediate, timeout.
require('crypto').pbkdf2('a', 'b', 1, 16, 'sha1', () => {
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));
  Promise.resolve().then(() => console.log('micro'));
  process.nextTick(() => console.log('tick'));
  console.log('pbkdf2');
});
