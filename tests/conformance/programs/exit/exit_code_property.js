// process.exitCode instead of process.exit lets the work finish.
process.exitCode = 5;
setImmediate(() => console.log('still runs'));
process.on('exit', (code) => console.log('exit', code, process.exitCode));
