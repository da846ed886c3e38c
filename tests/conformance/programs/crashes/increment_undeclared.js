function next() {
  return ++counter;
}
next();
