async function main() {
  for await (const x of { a: 1 }) console.log(x);
}
main();
