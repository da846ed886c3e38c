// exitCode was set, then a crash: 1 wins.
process.exitCode = 5;
process.on('exit', (code) => console.log('exit', code));
setImmediate(() => { throw new Error('crash'); });
