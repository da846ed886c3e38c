const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function kind(v) { return typeof v === 'number' ? 1 : typeof v === 'string' ? 2 : 3; }
for (let i = 0; i < 1200; i++) { kind(i); pause(); }
kind('a'); kind({});
for (let i = 0; i < 600; i++) { kind('a'); pause(); }
