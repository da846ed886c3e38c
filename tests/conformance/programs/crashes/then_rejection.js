function step(n) {
  return n.toUpperCase();
}
Promise.resolve(5).then(step).then(console.log);
