// Flags: --expose-gc
let a = {}, b = { a }; a.b = b;
const refs = [new WeakRef(a), new WeakRef(b)];
a = b = null;
setTimeout(() => { gc(); console.log(refs.map((ref) => typeof ref.deref())); });
