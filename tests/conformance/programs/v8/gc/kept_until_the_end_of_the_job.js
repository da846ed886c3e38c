// Flags: --expose-gc
const ref = (() => new WeakRef({}))();
gc();
console.log(typeof ref.deref());
Promise.resolve().then(() => { gc(); console.log('microtask', typeof ref.deref()); });
process.nextTick(() => { gc(); console.log('tick', typeof ref.deref()); });
setImmediate(() => { gc(); console.log('immediate', typeof ref.deref()); });
