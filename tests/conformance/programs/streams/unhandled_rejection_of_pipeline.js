// A pipeline's rejection that nobody handles: destroy() has read the error's stack, so V8 knows no place of it.
const { pipeline } = require('stream/promises');
const { Readable, Writable } = require('stream');
process.on('exit', (code) => console.log('exit', code));
pipeline(Readable.from(['a']), new Writable({ objectMode: true, write(x, e, done) { done(new Error('no room')); } })).then(() => console.log('never'));
