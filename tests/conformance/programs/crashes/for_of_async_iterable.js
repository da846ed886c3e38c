async function* gen() { yield 1; }
for (const x of gen()) console.log(x);
