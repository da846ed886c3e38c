const thenable = { then() { throw new Error('then throws'); } };
async function main() {
  await thenable;
}
main();
