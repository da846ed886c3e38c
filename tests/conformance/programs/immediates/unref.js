// An unref'd immediate does not hold the loop.
setImmediate(() => console.log('never')).unref();
process.on('exit', () => console.log('exit'));
