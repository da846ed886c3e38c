// A tick throws and somebody handles it: the ticks behind it still run.
process.on('uncaughtException', (error) => console.log('caught', error.message));
process.nextTick(() => console.log('tick 1'));
process.nextTick(() => { throw new Error('in tick 2'); });
process.nextTick(() => console.log('tick 3'));
Promise.resolve().then(() => console.log('micro'));
setImmediate(() => console.log('immediate'));
