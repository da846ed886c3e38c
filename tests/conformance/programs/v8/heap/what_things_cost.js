// Flags: --expose-gc
const v8 = require('v8');

const keys = (of) => Object.keys(of).join();
console.log(keys(process.memoryUsage()));
console.log(keys(v8.getHeapStatistics()));
console.log(v8.getHeapSpaceStatistics().map((space) => space.space_name).join());
console.log(keys(v8.getHeapSpaceStatistics()[0]));
console.log(typeof process.memoryUsage.rss());

const held = {};
const measure = (name, make, megabytes) => {
  gc();
  const before = process.memoryUsage();
  held[name] = make();
  gc();
  const now = process.memoryUsage();
  const near = (after, then, wanted) => Math.abs((after - then) / 2 ** 20 - wanted) < 1;
  console.log(name, near(now.heapUsed, before.heapUsed, megabytes[0]), near(now.external, before.external, megabytes[1]), near(now.arrayBuffers, before.arrayBuffers, megabytes[1]));
  held[name] = undefined;
  gc();
  console.log(' given back', near(process.memoryUsage().heapUsed, before.heapUsed, 0));
};
measure('a map', () => new Map(Array.from({ length: 5e4 }, (_, index) => [index, index])), [1.75, 0]);
measure('an array of a million', () => new Array(1e6).fill(0), [7.6, 0]);
measure('fifty megabytes', () => Buffer.alloc(50 << 20), [0, 50]);
