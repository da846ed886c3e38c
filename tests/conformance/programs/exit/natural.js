// beforeExit, then exit; the code is 0.
process.on('beforeExit', (code) => console.log('beforeExit', code));
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => console.log('timeout'), 1);
console.log('end of main');
