// Flags: --expose-gc
const v8 = require('v8');

const keys = (of) => Object.keys(of).join();
console.log(keys(process.memoryUsage()));
console.log(keys(v8.getHeapStatistics()));
console.log(v8.getHeapSpaceStatistics().map((space) => space.space_name).join());
console.log(keys(v8.getHeapSpaceStatistics()[0]));
console.log(typeof process.memoryUsage.rss());

const held = {};
const measure = (name, make, unit) => {
  gc();
  const before = process.memoryUsage();
  held[name] = make();
  gc();
  const now = process.memoryUsage();
  const said = (after, then) => Math.round((after - then) / unit) || 0;
  console.log(name, said(now.heapUsed, before.heapUsed), said(now.external, before.external), said(now.arrayBuffers, before.arrayBuffers));
  held[name] = undefined;
  gc();
  console.log(' given back', Math.abs(process.memoryUsage().heapUsed - before.heapUsed) < unit);
};
measure('an array of a million', () => new Array(1e6).fill(0), 2 ** 20);
measure('fifty megabytes', () => Buffer.alloc(50 << 20), 2 ** 20);
measure('a map', () => { const map = new Map(); for (let i = 0; i < 2e4; i++) map.set(i, i); return map; }, 2 ** 20);
measure('objects', () => { const all = []; for (let i = 0; i < 2e4; i++) all.push({ a: i, b: i, c: i }); return all; }, 2 ** 20);
