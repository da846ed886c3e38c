// Handled a turn too late: unhandledRejection, then rejectionHandled.
process.on('unhandledRejection', (reason) => console.log('unhandled', reason.message));
process.on('rejectionHandled', () => console.log('handled after all'));
const p = Promise.reject(new Error('late'));
setImmediate(() => p.catch((error) => console.log('caught', error.message)));
