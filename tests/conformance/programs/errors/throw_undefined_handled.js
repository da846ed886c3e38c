// undefined thrown, and handled.
process.on('uncaughtException', (error, origin) => console.log('got', error, origin));
setImmediate(() => { throw undefined; });
setImmediate(() => console.log('next'));
