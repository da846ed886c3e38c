function start() {
  return nothere(1);
}
start();
