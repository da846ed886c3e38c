// Flags: --expose-gc
let registry = new FinalizationRegistry((held) => console.log('never', held));
(() => { registry.register({}, 'a'); })();
registry = null;
(async () => { await null; gc(); await null; gc(); console.log('main'); })();
setTimeout(() => { gc(); console.log('collected'); });
setTimeout(() => console.log('end'), 10);
