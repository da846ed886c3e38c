process.on('exit', (code) => console.log('exit', code, process.exitCode));
setTimeout(() => console.log('timeout'), 1);
console.log('waits');
await Promise.resolve();
await new Promise(() => {});
console.log('never');
