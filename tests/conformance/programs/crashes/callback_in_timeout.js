function later(callback) {
  setTimeout(() => callback('done'), 10);
}
later('not a function');
