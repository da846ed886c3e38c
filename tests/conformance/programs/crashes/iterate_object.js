const scores = { ada: 1, bob: 2 };
for (const score of scores) {
  console.log(score);
}
