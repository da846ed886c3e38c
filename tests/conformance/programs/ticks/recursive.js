// A tick that queues a tick holds up everything else, timers that are due included.
let left = 5;
const again = () => {
  console.log('tick', left);
  if (--left) process.nextTick(again);
};
setTimeout(() => console.log('timeout'), 0);
Promise.resolve().then(() => console.log('micro'));
process.nextTick(again);
