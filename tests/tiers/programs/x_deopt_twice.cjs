const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function len(o) { return o.length; }
const a = [1], b = { length: 2 }, c = { x: 1, length: 2 };
for (let i = 0; i < 1200; i++) { len(a); pause(); }
len(b);
for (let i = 0; i < 1200; i++) { len(a); pause(); }
len(c);
for (let i = 0; i < 1200; i++) { len(a); pause(); }
