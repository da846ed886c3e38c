// Ticks and microtasks run after each timer, not after all of them.
const start = Date.now();
for (const n of [1, 2, 3]) {
  setTimeout(() => {
    console.log('timer', n);
    process.nextTick(() => console.log('  tick of timer', n));
    Promise.resolve().then(() => console.log('  micro of timer', n));
  }, 0);
}
while (Date.now() - start < 5);
