// Subclasses by class: fields, private state, super, statics, Symbol.species of nothing.
const { Readable, Writable, Transform, pipeline } = require('stream');
class Counter extends Readable {
  #at; #to; label = 'field';
  constructor(from, to, options) { super({ objectMode: true, ...options }); this.#at = from; this.#to = to; console.log('made', new.target.name, this.label); }
  _read() { this.push(this.#at <= this.#to ? this.#at++ : null); }
  _destroy(error, done) { console.log('destroyed at', this.#at, error?.message); super._destroy(error, done); }
  get left() { return this.#to - this.#at + 1; }
}
class Even extends Counter { _read() { super._read(); } push(x) { return x === null || x % 2 === 0 ? super.push(x) : (this._read(), true); } }
class Sum extends Writable { sum = 0; constructor() { super({ objectMode: true }); } _write(x, e, done) { this.sum += x; done(); } _final(done) { console.log('final', this.sum); done(); } }
class Twice extends Transform { constructor() { super({ objectMode: true }); } _transform(x, e, done) { this.push(x); done(null, x); } _flush(done) { console.log('flush'); done(); } }
(async () => {
  const all = []; const c = new Counter(1, 4); console.log(c.left); for await (const x of c) all.push(x); console.log(all, c.left);
  console.log(await new Even(1, 9).toArray());
  const sum = new Sum();
  pipeline(new Counter(1, 4), new Twice(), sum, (error) => {
    console.log('sum', sum.sum, error, sum instanceof Writable, sum.constructor.name, Object.getPrototypeOf(Sum) === Writable);
    try { class Bad extends Readable { constructor() { this.x = 1; } } new Bad(); } catch (error) { console.log(error.name, error.message); }
    class Late extends Readable { constructor() { super(); this._read = () => { this.push('from an own property'); this.push(null); }; } }
    new Late().on('data', (x) => console.log(String(x)));
    class NoRead extends Readable {} new NoRead().on('error', (error) => console.log(error.code, error.message)).resume();
    console.log(String(new Sum()), Object.prototype.toString.call(new Sum()), typeof Readable.prototype[Symbol.asyncIterator], Sum.from === Writable.from);
  });
})();
