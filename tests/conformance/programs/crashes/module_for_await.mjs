async function* numbers() {
  yield 1;
  throw new Error('ended badly');
}
for await (const n of numbers()) console.log(n);
