// Thrown in a timer: exit code 1, the others never run.
setTimeout(() => { console.log('1'); throw new Error('in timer'); }, 1);
setTimeout(() => console.log('never'), 50);
process.on('exit', (code) => console.log('exit', code, process.exitCode));
