// Flags: --expose-gc
const timers = [];
let ref;
(() => {
  const context = { name: 'context' };
  ref = new WeakRef(context);
  timers.push(setInterval(() => context.name, 1000));
})();
setTimeout(() => {
  gc(); console.log('interval runs', typeof ref.deref());
  clearInterval(timers.pop());
  setTimeout(() => { gc(); console.log('cleared', typeof ref.deref()); });
});
