// Flags: --expose-gc
class Cache {
  #entries = new Map();
  #registry = new FinalizationRegistry((key) => { this.#entries.delete(key); console.log('evicted', key, this.#entries.size); });
  get(key, make) {
    const found = this.#entries.get(key)?.deref();
    if (found) return found;
    const made = make();
    this.#entries.set(key, new WeakRef(made));
    this.#registry.register(made, key);
    return made;
  }
  get size() { return this.#entries.size; }
}
const cache = new Cache();
let user = cache.get('ada', () => ({ name: 'Ada' }));
(() => { cache.get('bob', () => ({ name: 'Bob' })); })();
console.log(cache.size);
setTimeout(() => { gc(); setTimeout(() => { console.log(cache.size, user.name); }, 5); });
