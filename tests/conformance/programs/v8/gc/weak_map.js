// Flags: --expose-gc
const cache = new Map();
const weak = new WeakMap();
let key = { id: 1 };
weak.set(key, { big: 'value' });
const value = (() => new WeakRef(weak.get(key)))();
setTimeout(() => { gc(); console.log(typeof value.deref()); key = null; setTimeout(() => { gc(); console.log(typeof value.deref()); }); });
