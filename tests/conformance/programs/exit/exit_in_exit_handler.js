// process.exit inside an exit handler: the handlers are not run again.
process.on('exit', (code) => { console.log('first', code); process.exit(4); });
process.on('exit', () => console.log('second'));
