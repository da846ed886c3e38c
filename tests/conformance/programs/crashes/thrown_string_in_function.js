function fail() {
  throw 'just text';
}
fail();
