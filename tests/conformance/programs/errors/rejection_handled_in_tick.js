// Handled in a tick or a microtask: in time.
process.on('unhandledRejection', (reason) => console.log('never', reason));
const a = Promise.reject(new Error('a')), b = Promise.reject(new Error('b'));
process.nextTick(() => a.catch((error) => console.log('tick caught', error.message)));
Promise.resolve().then(() => {}).then(() => b.catch((error) => console.log('micro caught', error.message)));
