// nondeterministic: the 1 ms may or may not have passed when the loop starts
setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));
