// Flags: --expose-gc
const registry = new FinalizationRegistry((held) => console.log('gone', held));
(() => { registry.register({}, 'a'); })();
let c = {};
registry.register(c, 'c');
setTimeout(() => { gc(); console.log('collected'); setTimeout(() => { console.log('later'); c = null; setTimeout(() => { gc(); }, 0); }, 0); }, 0);
