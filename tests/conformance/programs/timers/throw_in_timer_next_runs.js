// A timer throws, the handler logs: the next due timer runs before the first one's ticks.
process.on('uncaughtException', (error) => console.log('caught', error.message));
const start = Date.now();
setTimeout(() => { console.log('A'); process.nextTick(() => console.log('tick of A')); throw new Error('A'); }, 0);
setTimeout(() => { console.log('B'); process.nextTick(() => console.log('tick of B')); }, 0);
setTimeout(() => console.log('C'), 0);
while (Date.now() - start < 5);
