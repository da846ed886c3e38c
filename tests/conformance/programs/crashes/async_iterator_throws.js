async function* pages() {
  yield 1;
  throw new Error('page 2');
}
async function main() {
  for await (const page of pages()) console.log(page);
}
main();
