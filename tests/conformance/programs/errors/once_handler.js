// process.once: the second exception kills.
process.once('uncaughtException', (error) => console.log('once', error.message));
setTimeout(() => { throw new Error('first'); }, 1);
setTimeout(() => { throw new Error('second'); }, 30);
setTimeout(() => console.log('never'), 60);
