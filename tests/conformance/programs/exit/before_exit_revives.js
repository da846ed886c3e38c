// Work scheduled in beforeExit: the loop goes round again, and beforeExit is emitted again.
let rounds = 0;
process.on('beforeExit', () => {
  console.log('beforeExit', ++rounds);
  if (rounds < 3) setImmediate(() => console.log('immediate of round', rounds));
});
process.on('exit', () => console.log('exit'));
