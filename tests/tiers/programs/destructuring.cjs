const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function length({ x, y = 2 }) { return x * x + y * y; }
for (let i = 0; i < 900; i++) { length({ x: i, y: 1 }); pause(); }
length({ x: 1.5 });
for (let i = 0; i < 900; i++) { length({ x: 1.5 }); pause(); }
