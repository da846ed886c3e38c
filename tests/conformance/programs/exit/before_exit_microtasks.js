// Ticks and microtasks in beforeExit run; they do not revive the loop.
process.on('beforeExit', () => {
  console.log('beforeExit');
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('micro'));
});
process.on('exit', () => console.log('exit'));
