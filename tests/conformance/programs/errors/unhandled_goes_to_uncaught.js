// Without unhandledRejection, uncaughtException gets it, with its origin.
process.on('uncaughtException', (error, origin) => console.log(origin, error.message));
Promise.reject(new Error('rejected'));
setTimeout(() => { throw new Error('thrown'); }, 5);
