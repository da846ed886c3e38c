// A thousand ticks are one queue.
const seen = [];
for (let i = 0; i < 1000; i++) process.nextTick((n) => seen.push(n), i);
setImmediate(() => console.log(seen.length, seen.every((n, i) => n === i)));
