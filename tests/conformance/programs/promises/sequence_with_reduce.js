// One after another, by reduce.
const step = (n) => new Promise((resolve) => setImmediate(() => { console.log('step', n); resolve(n); }));
[1, 2, 3].reduce((p, n) => p.then(() => step(n)), Promise.resolve()).then((n) => console.log('last', n));
console.log('sync');
