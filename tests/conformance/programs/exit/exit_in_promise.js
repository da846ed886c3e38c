// Exit from a then: the chain stops there.
Promise.resolve().then(() => { console.log('then'); process.exit(2); }).then(() => console.log('never'));
process.on('exit', (code) => console.log('code', code));
