async function main() {
  await Promise.all();
}
main();
