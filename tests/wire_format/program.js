// A little of what a trace has tables for: files, functions, values, objects, streams, hidden classes, the heap.
const fs = require('fs');

class Point {
  constructor(x, y) { this.x = x; this.y = y; }
}

const points = [1, 2, 3].map((x) => new Point(x, x / 2));
setTimeout(() => console.log(points[0]), 1);
Promise.resolve('größer').then((word) => process.nextTick(console.log, word));
fs.readFile(__filename, (error, bytes) => process.stdout.write(`${bytes.length > 0}\n`));
