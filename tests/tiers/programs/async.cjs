const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
async function step(n) { return n + 1; }
async function run() { let n = 0; for (let i = 0; i < 900; i++) { n = await step(n); pause(); } return n; }
run();
