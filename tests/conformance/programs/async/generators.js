// An async generator: next() calls queue up.
async function* numbers() { console.log('begun'); try { yield 1; yield Promise.resolve(2); return 3; } finally { console.log('finally'); } }
const g = numbers();
console.log('not begun yet');
g.next().then((v) => console.log(v));
g.next().then((v) => console.log(v));
g.next().then((v) => console.log(v));
g.next().then((v) => console.log(v));
