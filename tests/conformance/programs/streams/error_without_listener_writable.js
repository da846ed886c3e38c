// A write after the end without a listener is a crash with a code.
const { Writable } = require('stream');
const w = new Writable({ write(c, e, done) { done(); } });
w.end('last');
w.write('late', (error) => console.log('callback', error.code));
process.on('exit', (code) => console.log('exit', code));
