// setUncaughtExceptionCaptureCallback takes all of them.
process.setUncaughtExceptionCaptureCallback((error) => console.log('captured', error.message));
process.on('uncaughtException', () => console.log('never'));
setTimeout(() => { throw new Error('one'); }, 1);
setTimeout(() => { throw new Error('two'); process.nextTick(() => {}); }, 30);
console.log(process.hasUncaughtExceptionCaptureCallback());
