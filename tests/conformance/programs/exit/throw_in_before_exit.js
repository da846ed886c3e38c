// An exception in beforeExit, handled: the exit goes on.
process.on('uncaughtException', (error) => console.log('caught', error.message));
process.once('beforeExit', () => { throw new Error('in beforeExit'); });
process.on('exit', (code) => console.log('exit', code));
