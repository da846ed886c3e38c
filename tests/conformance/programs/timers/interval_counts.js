// An interval until it is cleared; ticks run in between.
let n = 0;
const interval = setInterval(() => {
  console.log('interval', ++n);
  process.nextTick(() => console.log('  tick', n));
  if (n === 3) clearInterval(interval);
}, 10);
