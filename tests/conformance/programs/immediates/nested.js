// An immediate set in an immediate runs in the next turn of the loop.
setImmediate(() => {
  console.log('1');
  setImmediate(() => console.log('1.1'));
  setImmediate(() => console.log('1.2'));
});
setImmediate(() => console.log('2'));
