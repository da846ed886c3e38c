// One throws: the next immediate comes before the thrower's tick.
process.on('uncaughtException', (error) => console.log('caught', error.message));
setImmediate(() => { process.nextTick(() => console.log('tick of 1')); console.log('1'); throw new Error('boom'); });
setImmediate(() => { process.nextTick(() => console.log('tick of 2')); console.log('2'); });
setImmediate(() => console.log('3'));
