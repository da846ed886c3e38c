// Flags: --expose-gc
const map = new Map();
const refs = [];
(() => { for (let i = 0; i < 3; i++) { const value = { i }; refs.push(new WeakRef(value)); map.set(i, value); } })();
setTimeout(() => {
  map.delete(1);
  setTimeout(() => { gc(); console.log(refs.map((ref) => ref.deref()?.i)); map.clear();
    setTimeout(() => { gc(); console.log(refs.map((ref) => ref.deref()?.i)); }); });
});
