const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function* upTo(n) { for (let i = 0; i < n; i++) yield i; }
function total(n) { let sum = 0; for (const i of upTo(n)) sum += i; return sum; }
for (let i = 0; i < 900; i++) { total(3); pause(); }
