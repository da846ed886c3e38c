// One of everything from the main script, with the timer surely due.
const start = Date.now();
setImmediate(() => console.log('6 immediate'));
setTimeout(() => console.log('5 timeout'), 0);
Promise.resolve().then(() => console.log('3 promise'));
queueMicrotask(() => console.log('4 microtask'));
process.nextTick(() => console.log('2 nextTick'));
while (Date.now() - start < 5);
console.log('1 sync');
