// Flags: --expose-gc
const pending = (() => { const big = { big: true }; const ref = new WeakRef(big); new Promise(() => {}).then(() => big); return ref; })();
const settled = (() => { const big = { big: true }; const ref = new WeakRef(big); Promise.resolve().then(() => big); return ref; })();
const held = (() => { const big = { big: true }; const ref = new WeakRef(big); return [ref, new Promise(() => {}).then(() => big)]; })();
setTimeout(() => { gc(); console.log(typeof pending.deref(), typeof settled.deref(), typeof held[0].deref()); });
