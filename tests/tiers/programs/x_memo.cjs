const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
const memo = {};
function slow(n) { if (memo[n] !== undefined) { return memo[n]; } memo[n] = n * 2; return memo[n]; }
for (let i = 0; i < 3000; i++) { slow(i & 31); pause(); }
