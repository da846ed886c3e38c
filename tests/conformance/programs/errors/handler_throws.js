// The handler of last resort throws: exit code 7.
process.on('uncaughtException', (error) => { console.log('handler', error.message); throw new Error('from the handler'); });
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => { throw new Error('first'); }, 1);
