// A callback that takes long does not put off the timers behind it: the poll waits only for what is left.
const begun = process.hrtime.bigint();
setTimeout(() => { const until = Date.now() + 50; while (Date.now() < until); console.log('busy'); }, 20);
setTimeout(() => { const at = Number(process.hrtime.bigint() - begun) / 1e6; console.log(at > 198 && at < 240 ? 'in time' : `at ${at}`); }, 200);
