// Main throws without a handler: nothing that was queued runs.
process.nextTick(() => console.log('never'));
Promise.resolve().then(() => console.log('never'));
setImmediate(() => console.log('never'));
process.on('exit', (code) => console.log('exit', code));
throw new Error('main');
