// Awaited work after process.exit is lost.
(async () => {
  console.log('1');
  await null;
  console.log('2');
  process.exit(1);
  console.log('never');
})();
process.on('exit', () => console.log('handlers are synchronous'));
