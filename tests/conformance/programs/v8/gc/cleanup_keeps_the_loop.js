// Flags: --expose-gc
// Nothing else keeps the loop alive.
const registry = new FinalizationRegistry((held) => { console.log('callback', held); setTimeout(() => console.log('timeout'), 1); });
(() => { registry.register({}, 'a'); })();
process.on('exit', () => console.log('exit'));
setTimeout(() => { gc(); console.log('collected'); });
