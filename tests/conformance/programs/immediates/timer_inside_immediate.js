// Inside an immediate, with time passing: the timer before the nested immediate.
setImmediate(() => {
  setImmediate(() => console.log('nested immediate'));
  setTimeout(() => console.log('timeout'), 0);
  const start = Date.now();
  while (Date.now() - start < 5);
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('micro'));
});
