// In exit only synchronous work counts.
process.on('exit', () => {
  console.log('exit');
  setTimeout(() => console.log('never'), 0);
  setImmediate(() => console.log('never'));
  process.nextTick(() => console.log('never'));
  Promise.resolve().then(() => console.log('microtask at a natural exit'));
});
