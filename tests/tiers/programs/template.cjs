const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function greet(name, n) { return `hello ${name}, ${n}`; }
for (let i = 0; i < 1200; i++) { greet('you', i); pause(); }
