const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function steps(n) { let k = 0; while (n !== 1) { n = n % 2 === 0 ? n / 2 : 3 * n + 1; k++; } return k; }
for (let i = 0; i < 700; i++) { steps((i & 31) + 1); pause(); }
