// Exit after an await: microtasks behind it never run.
process.on('exit', (code) => console.log('exit', code));
(async () => { await 1; process.exit(3); })();
Promise.resolve().then(() => console.log('never')).then(() => console.log('never'));
setTimeout(() => console.log('never'), 1);
