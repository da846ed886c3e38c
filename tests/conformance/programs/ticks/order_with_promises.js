// nextTick against promises: who goes first, at each depth?
process.nextTick(() => {
  console.log('tick 1');
  process.nextTick(() => console.log('tick 1.1'));
  Promise.resolve().then(() => console.log('micro from tick 1'));
});
Promise.resolve()
  .then(() => {
    console.log('micro 1');
    process.nextTick(() => console.log('tick from micro 1'));
    queueMicrotask(() => console.log('micro from micro 1'));
  })
  .then(() => console.log('micro 2'));
process.nextTick(() => console.log('tick 2'));
console.log('sync');
