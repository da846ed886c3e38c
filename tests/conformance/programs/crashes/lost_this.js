class Counter {
  constructor() { this.count = 0; }
  increment() { this.count++; }
}
const counter = new Counter();
const { increment } = counter;
increment();
