// A handler keeps the program alive; several rejections, in order.
process.on('unhandledRejection', (reason, promise) => console.log('unhandled', reason.message, promise instanceof Promise));
Promise.reject(new Error('one'));
(async () => { throw new Error('two'); })();
new Promise((_, reject) => reject(new Error('three')));
Promise.reject(new Error('handled')).catch((error) => console.log('caught', error.message));
setImmediate(() => console.log('still alive'));
