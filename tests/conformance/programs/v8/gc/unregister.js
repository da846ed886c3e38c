// Flags: --expose-gc
const registry = new FinalizationRegistry((held) => console.log('gone', held));
const token = {};
(() => { registry.register({}, 'one', token); registry.register({}, 'two'); })();
console.log(registry.unregister(token), registry.unregister(token));
setTimeout(() => { gc(); setTimeout(() => console.log('end'), 5); });
