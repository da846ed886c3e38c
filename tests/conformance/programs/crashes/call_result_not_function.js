function outer() {
  return 42;
}
outer()();
