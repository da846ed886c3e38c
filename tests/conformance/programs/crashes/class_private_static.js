class A {
  static #count = 0;
  static inc() { return ++this.#count; }
}
class B extends A {}
console.log(A.inc());
B.inc();
