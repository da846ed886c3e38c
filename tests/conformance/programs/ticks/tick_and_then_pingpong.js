// Ticks and microtasks that queue each other.
const log = [];
function tick(n) { log.push(`t${n}`); if (n < 4) Promise.resolve().then(() => micro(n + 1)); }
function micro(n) { log.push(`m${n}`); if (n < 4) process.nextTick(tick, n + 1); }
process.nextTick(tick, 1);
Promise.resolve().then(() => micro(1));
process.on('exit', () => console.log(log.join(' ')));
