// Objects of classes and literals, closures, strings: what the models of hidden classes, tiers and the heap have most to do with.
class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  plus(other) {
    return new Point(this.x + other.x, this.y + other.y);
  }
}
let sum = new Point(0, 0);
const seen = [];
for (let i = 0; i < 8000; i++) {
  sum = sum.plus({ x: i, y: -i });
  if (i % 16 === 0) seen.push({ at: i, text: `point ${i}`, get: () => i });
}
console.log(sum.x, sum.y, seen.reduce((total, { get }) => total + get(), 0));
