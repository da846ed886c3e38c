// The tiers that a function comes to, as `%GetOptimizationStatus` tells them: lazy, interpreted, optimised.
const cell = new Int32Array(new SharedArrayBuffer(4));
const LAZY = 1 << 18, INTERPRETED = 1 << 7, OPTIMIZED = 1 << 4;
const is = (f, bits) => (%GetOptimizationStatus(f) & bits) !== 0;
function never(a) { return a; }
function once(a) { return a; }
function add(a, b) { return a + b; }
console.log(is(never, LAZY), is(never, INTERPRETED), is(add, LAZY));
once(1);
console.log(is(once, LAZY), is(once, INTERPRETED), is(once, OPTIMIZED));
for (let i = 0; i < 700; i++) { add(i, 1); if (i % 8 === 0) Atomics.wait(cell, 0, 0, 0.3); }
console.log(is(add, OPTIMIZED));
add('a', 'b');
console.log(is(add, OPTIMIZED));
