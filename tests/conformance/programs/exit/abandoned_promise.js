// A pending promise does not hold the process.
(async () => { console.log('waiting'); await new Promise(() => {}); console.log('never'); })();
process.on('exit', (code) => console.log('exit', code));
