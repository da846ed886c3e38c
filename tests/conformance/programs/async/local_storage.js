// AsyncLocalStorage follows timers, promises and ticks.
const { AsyncLocalStorage } = require('async_hooks');
const store = new AsyncLocalStorage();
const show = (where) => console.log(where, store.getStore());
store.run({ id: 1 }, () => { setTimeout(show, 1, 'timeout'); process.nextTick(show, 'tick'); (async () => { await null; show('await'); })(); });
store.run({ id: 2 }, async () => { await null; show('second'); store.exit(() => show('exited')); });
show('outside');
