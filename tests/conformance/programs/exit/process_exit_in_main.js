// process.exit: nothing queued runs.
process.on('beforeExit', () => console.log('never'));
process.on('exit', (code) => { console.log('exit', code); Promise.resolve().then(() => console.log('never')); });
process.nextTick(() => console.log('never'));
setImmediate(() => console.log('never'));
process.exit(3);
console.log('never');
