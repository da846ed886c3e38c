class Timer {
  constructor() { this.ticks = 0; }
  tick() {
    this.ticks += 1;
    this.report();
  }
  report() { console.log(this.ticks); }
}
const timer = new Timer();
timer.tick();
setTimeout(timer.tick, 5);
