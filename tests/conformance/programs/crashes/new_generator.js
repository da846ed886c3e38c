function* gen() {}
new gen();
