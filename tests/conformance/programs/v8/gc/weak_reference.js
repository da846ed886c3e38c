// Flags: --expose-gc
const survivors = [];
let kept = { name: 'kept' };
function make() { return new WeakRef({ name: 'lost' }); }
const lost = make();
const strong = new WeakRef(kept);
setTimeout(() => {
  gc();
  console.log(lost.deref(), strong.deref());
  kept = null;
  setTimeout(() => { gc(); console.log(strong.deref()); });
});
