function compute() {
  return cosole.log('hi');
}
compute();
