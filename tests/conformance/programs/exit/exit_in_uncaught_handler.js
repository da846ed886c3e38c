// The usual pattern: log and leave.
process.on('uncaughtException', (error) => { console.log('fatal', error.message); process.exit(70); });
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => { throw new Error('bang'); }, 1);
setTimeout(() => console.log('never'), 30);
