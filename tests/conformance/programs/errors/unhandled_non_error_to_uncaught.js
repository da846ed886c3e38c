// A non-error rejection arrives wrapped.
process.on('uncaughtException', (error, origin) => console.log(origin, error.name, error.code, error.message));
Promise.reject('text');
