// Only the language, nothing of Node: so that the engine can run it bare as well. About 100,000 steps.
function add(a, b) {
  const sum = a + b;
  return sum % 1000;
}

class Counter {
  constructor() {
    this.count = 0;
  }
  next(by) {
    this.count = add(this.count, by);
    return this.count;
  }
}

const counter = new Counter();
const seen = [];
for (let i = 0; i < 9000; i++) {
  const value = counter.next(i);
  if (value % 3 === 0) seen.push(value);
  if (seen.length > 100) seen.length = 0;
}
