// The unhandledRejection handler throws: an uncaught exception.
process.on('unhandledRejection', () => { throw new Error('from unhandledRejection'); });
process.on('uncaughtException', (error, origin) => console.log(error.message, origin));
Promise.reject(new Error('start'));
