// A Writable can't be piped; a pipe's sink without an error listener crashes.
const { Readable, Writable } = require('stream');
const w = new Writable({ write(c, e, done) { done(); } });
w.on('error', (error) => console.log(error.code, error.message));
console.log(w.pipe(w));
const failing = new Writable({ write(c, e, done) { done(new Error('the sink fails')); } });
process.on('exit', (code) => console.log('exit', code, failing.destroyed, failing.errored?.message));
setImmediate(() => { Readable.from(['x']).pipe(failing); });
