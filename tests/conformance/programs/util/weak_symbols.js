const s = Symbol('a');
const w = new WeakMap([[s, 1]]);
console.log(w.get(s), w.has(s), w.has(Symbol('a')), w.delete(s), w.has(s), new WeakSet([s]).has(s));
for (const key of [Symbol.for('x'), 1, 'text', null, undefined]) {
  try { w.set(key, 1); console.log('set'); } catch (error) { console.log(error.message); }
  try { new WeakSet().add(key); } catch (error) { console.log(error.message); }
  try { new WeakRef(key); } catch (error) { console.log(error.message); }
}
w.set(Symbol.iterator, 'well known');
console.log(w.get(Symbol.iterator), new WeakRef(s).deref(), typeof new WeakRef(s).deref());
const registry = new FinalizationRegistry(() => {});
console.log(registry.register(s, 'held', s), registry.unregister(s), registry.unregister(s));
try { registry.register(Symbol.for('x'), 1); } catch (error) { console.log(error.message); }
