const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function gcd(a, b) { while (b !== 0) { const t = a % b; a = b; b = t; } return a; }
for (let i = 0; i < 1500; i++) { gcd(i + 1, 360); pause(); }
