let iterator;
function* gen() {
  iterator.next();
  yield 1;
}
iterator = gen();
iterator.next();
