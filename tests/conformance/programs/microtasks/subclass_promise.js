// A subclass's own constructor is used by then; await wraps it.
class Loud extends Promise {
  constructor(executor) { super(executor); console.log('new Loud'); }
}
const p = new Loud((resolve) => resolve(1));
const q = p.then((v) => v + 1);
console.log(q instanceof Loud);
(async () => console.log('awaited', await q))();
Promise.resolve().then(() => console.log('t1')).then(() => console.log('t2')).then(() => console.log('t3')).then(() => console.log('t4'));
