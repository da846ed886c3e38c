// Eleven pipes to one sink warn of a leak; one pipeline too many doesn't.
const { PassThrough, Readable } = require('stream');
const sink = new PassThrough();
process.on('warning', (warning) => console.log(warning.name, warning.message, warning.type, warning.count, warning.emitter === sink));
for (let i = 0; i < 11; i++) new Readable({ read() {} }).pipe(sink);
console.log(sink.listenerCount('unpipe'), sink.listenerCount('close'), sink.getMaxListeners());
const one = new Readable({ read() {} });
for (let i = 0; i < 12; i++) one.pipe(new PassThrough());
console.log(one.listenerCount('data'), one.listenerCount('end'));
