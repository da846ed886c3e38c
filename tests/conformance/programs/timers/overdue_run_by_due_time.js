// Main blocks past all of them: they run in due order, in one pass.
const start = Date.now();
setTimeout(() => { console.log('30'); setImmediate(() => console.log('immediate from 30')); }, 30);
setTimeout(() => { console.log('10'); setImmediate(() => console.log('immediate from 10')); }, 10);
setTimeout(() => { console.log('20'); process.nextTick(() => console.log('tick from 20')); }, 20);
while (Date.now() - start < 60);
