function f() {
  return arguments.map((x) => x * 2);
}
f(1, 2);
