// A zero timer set inside a zero timer waits for the next pass, behind immediates.
const start = Date.now();
setTimeout(() => {
  console.log('outer');
  setTimeout(() => console.log('inner'), 0);
  setImmediate(() => console.log('immediate'));
}, 0);
while (Date.now() - start < 5);
