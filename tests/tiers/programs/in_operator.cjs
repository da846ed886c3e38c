const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function has(o) { return 'x' in o && o instanceof Object; }
const a = { x: 1 };
for (let i = 0; i < 1200; i++) { has(a); pause(); }
