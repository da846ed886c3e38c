// Two timers of one duration, both due: ticks of the first run in between.
const start = Date.now();
setTimeout(() => { console.log('1'); process.nextTick(() => console.log('tick')); }, 10);
setTimeout(() => { console.log('2'); queueMicrotask(() => console.log('micro')); }, 10);
setTimeout(() => console.log('3'), 10);
while (Date.now() - start < 30);
