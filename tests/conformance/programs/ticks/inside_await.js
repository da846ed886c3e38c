// After an await the microtask queue must be empty before any tick runs.
async function main() {
  process.nextTick(() => console.log('tick before await'));
  await null;
  console.log('after await 1');
  process.nextTick(() => console.log('tick after await'));
  await null;
  console.log('after await 2');
}
main().then(() => console.log('main done'));
console.log('sync');
