// Nothing else is alive: an unref'd timer never fires.
setTimeout(() => console.log('never'), 50).unref();
setTimeout(() => console.log('ten'), 10);
process.on('exit', () => console.log('exit'));
