// nondeterministic: two timers and two immediates, split at any point of the timers
setTimeout(() => console.log('timeout 1'), 0);
setTimeout(() => console.log('timeout 2'), 0);
setImmediate(() => console.log('immediate 1'));
setImmediate(() => console.log('immediate 2'));
