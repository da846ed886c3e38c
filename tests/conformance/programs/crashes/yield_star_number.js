function* all() {
  yield* 5;
}
[...all()];
