// queueMicrotask checks its argument; a throw in one does not stop the next.
try { queueMicrotask('no'); } catch (error) { console.log(error.code, error.message); }
process.on('uncaughtException', (error, origin) => console.log(error.message, origin));
queueMicrotask(() => { throw new Error('first'); });
queueMicrotask(() => console.log('second still runs'));
process.nextTick(() => console.log('tick'));
