// The same between immediates.
for (const n of [1, 2, 3]) {
  setImmediate(() => {
    console.log('immediate', n);
    queueMicrotask(() => {
      console.log('  micro of', n);
      process.nextTick(() => console.log('  tick of micro of', n));
    });
    process.nextTick(() => console.log('  tick of', n));
  });
}
