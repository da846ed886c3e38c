// `Atomics.wait` suspends the only thread: time passes, timers become due, nothing else runs.
const cell = new Int32Array(new SharedArrayBuffer(8));
const before = performance.now();
setTimeout(() => console.log('timer'), 5);
setImmediate(() => console.log('immediate'));
console.log(Atomics.wait(cell, 0, 0, 20), performance.now() - before >= 20);
console.log(Atomics.wait(cell, 0, 1, 20));
console.log(Atomics.wait(cell, 1, 0, 0), Atomics.wait(cell, 1, 0, -Infinity));
const wide = new BigInt64Array(new SharedArrayBuffer(8));
console.log(Atomics.wait(wide, 0, 0n, 1), Atomics.wait(wide, 0, 3n, 1));
try { Atomics.wait(new Int32Array(4), 0, 0, 1); } catch (error) { console.log(error.name, error.message); }
try { Atomics.wait(new Float64Array(4), 0, 0, 1); } catch (error) { console.log(error.name, error.message); }
