// Flags: --expose-gc
const registry = new FinalizationRegistry((held) => { console.log('callback', held); Promise.resolve().then(() => console.log('microtask of', held)); process.nextTick(() => console.log('tick of', held)); });
(() => { registry.register({}, 'a'); })();
setTimeout(() => { gc(); console.log('timeout ends'); setImmediate(() => console.log('immediate')); process.nextTick(() => console.log('tick')); Promise.resolve().then(() => console.log('microtask')); });
