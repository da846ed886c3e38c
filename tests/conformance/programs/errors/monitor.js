// The monitor sees it and changes nothing.
process.on('uncaughtExceptionMonitor', (error, origin) => console.log('monitor', error.message, origin));
process.on('exit', (code) => console.log('exit', code));
setImmediate(() => { throw new Error('watched'); });
