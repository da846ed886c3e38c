// No error listener: the crash names the stream's error and its instance.
const { Readable } = require('stream');
const r = new Readable({ read() { this.destroy(new TypeError('nobody hears this')); } });
r.on('close', () => console.log('close')).on('data', () => {});
process.on('exit', (code) => console.log('exit', code));
