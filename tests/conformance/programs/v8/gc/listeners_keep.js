// Flags: --expose-gc
const { EventEmitter } = require('events');
const emitter = new EventEmitter();
function subscribe() {
  const data = { rows: new Array(100).fill(0) };
  const listener = () => data.rows.length;
  emitter.on('x', listener);
  return [new WeakRef(data), listener];
}
let [ref, listener] = subscribe();
setTimeout(() => {
  gc(); console.log('listening', typeof ref.deref());
  emitter.off('x', listener); listener = null;
  setTimeout(() => { gc(); console.log('removed', typeof ref.deref()); });
});
