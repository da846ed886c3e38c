// Flags: --expose-gc
const set = new WeakSet();
let member = {};
set.add(member);
const ref = new WeakRef(member);
setTimeout(() => { gc(); console.log(set.has(member), typeof ref.deref()); member = null; setTimeout(() => { gc(); console.log(typeof ref.deref()); }); });
